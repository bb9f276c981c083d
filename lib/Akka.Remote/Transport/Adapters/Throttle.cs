namespace Akka.Remote.Transport;

/// <summary>How fast frames with one address may go, both ways.</summary>
internal sealed record Throttle(ThrottleMode Send, ThrottleMode Receive)
{
    internal static Throttle None { get; } = new(Unthrottled.Instance, Unthrottled.Instance);

    internal Throttle With(SetThrottle set) => set.Direction switch
    {
        ThrottleTransportAdapter.Direction.Send => this with { Send = set.Mode },
        ThrottleTransportAdapter.Direction.Receive => this with { Receive = set.Mode },
        _ => new Throttle(set.Mode, set.Mode),
    };
}
