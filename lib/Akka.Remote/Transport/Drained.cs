using Akka.Actor;

namespace Akka.Remote.Transport;

/// <summary>
/// A connection that refused a frame because its queue was full takes frames again. It may be told while another event is: it says
/// something of the way out, the others of the way in.
/// </summary>
internal sealed class Drained : INoSerializationVerificationNeeded, IHandleEvent
{
    private Drained()
    {
    }

    /// <summary>The only one.</summary>
    internal static Drained Instance { get; } = new();
}
