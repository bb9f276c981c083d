using Akka.Actor;
using Akka.TestKit.Internal;

namespace Akka.TestKit.TestEvent;

/// <summary>Published on the event stream, takes back a <see cref="Mute"/> of the same filters.</summary>
public sealed class Unmute : INoSerializationVerificationNeeded
{
    /// <summary>Creates the message.</summary>
    /// <param name="filters">The filters.</param>
    public Unmute(params EventFilterBase[] filters) : this((IReadOnlyCollection<EventFilterBase>)filters)
    {
    }

    /// <summary>Creates the message.</summary>
    /// <param name="filters">The filters.</param>
    public Unmute(IReadOnlyCollection<EventFilterBase> filters) => Filters = filters;

    /// <summary>The filters.</summary>
    public IReadOnlyCollection<EventFilterBase> Filters { get; }
}
