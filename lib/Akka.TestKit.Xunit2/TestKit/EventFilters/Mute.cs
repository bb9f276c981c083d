using Akka.Actor;
using Akka.TestKit.Internal;

namespace Akka.TestKit.TestEvent;

/// <summary>Published on the event stream, makes <see cref="TestEventListener"/> hide what the filters pick.</summary>
public sealed class Mute : INoSerializationVerificationNeeded
{
    /// <summary>Creates the message.</summary>
    /// <param name="filters">The filters.</param>
    public Mute(params EventFilterBase[] filters) : this((IReadOnlyCollection<EventFilterBase>)filters)
    {
    }

    /// <summary>Creates the message.</summary>
    /// <param name="filters">The filters.</param>
    public Mute(IReadOnlyCollection<EventFilterBase> filters) => Filters = filters;

    /// <summary>The filters.</summary>
    public IReadOnlyCollection<EventFilterBase> Filters { get; }
}
