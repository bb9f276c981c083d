using Akka.Actor;

namespace Akka.Remote.Transport;

/// <summary>
/// How fast frames go, in one direction: <see cref="Unthrottled"/>, <see cref="Blackhole"/> or a <see cref="TokenBucket"/>. A
/// frame takes as many tokens as it has bytes. Modes don't change; taking tokens gives the mode to go on with.
/// </summary>
public abstract class ThrottleMode : INoSerializationVerificationNeeded
{
    /// <summary>Takes tokens for a frame sent at this time, in nanoseconds. False: not now, and the mode is as it was.</summary>
    public abstract (ThrottleMode, bool) TryConsumeTokens(long nanoTimeOfSend, int tokens);

    /// <summary>How long it takes, from this time in nanoseconds, until so many tokens are there.</summary>
    public abstract TimeSpan TimeToAvailable(long currentNanoTime, int tokens);
}
