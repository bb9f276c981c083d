namespace Akka.Remote.Transport;

/// <summary>Throws every frame away. The one who writes doesn't notice.</summary>
public class Blackhole : ThrottleMode
{
    private Blackhole()
    {
    }

    /// <summary>The only one.</summary>
    public static Blackhole Instance { get; } = new();

    /// <inheritdoc />
    public override (ThrottleMode, bool) TryConsumeTokens(long nanoTimeOfSend, int tokens) => (this, false);

    /// <inheritdoc />
    public override TimeSpan TimeToAvailable(long currentNanoTime, int tokens) => TimeSpan.Zero;
}
