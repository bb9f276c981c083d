namespace Akka.Remote.Transport;

/// <summary>
/// So many bytes a second, and so many at once after a pause. A frame larger than the bucket goes as soon as anything is in it,
/// and leaves a debt.
/// </summary>
public sealed class TokenBucket : ThrottleMode
{
    private const double NanosecondsPerSecond = 1e9;

    private readonly int _capacity;
    private readonly double _tokensPerSecond;
    private readonly long _nanoTimeOfLastSend;
    private readonly int _availableTokens;

    /// <summary>A bucket.</summary>
    /// <param name="capacity">How many tokens it holds.</param>
    /// <param name="tokensPerSecond">How many are added a second.</param>
    /// <param name="nanoTimeOfLastSend">When tokens were last taken.</param>
    /// <param name="availableTokens">How many were there after that; negative: a debt.</param>
    public TokenBucket(int capacity, double tokensPerSecond, long nanoTimeOfLastSend, int availableTokens)
    {
        _capacity = capacity;
        _tokensPerSecond = tokensPerSecond;
        _nanoTimeOfLastSend = nanoTimeOfLastSend;
        _availableTokens = availableTokens;
    }

    /// <inheritdoc />
    public override (ThrottleMode, bool) TryConsumeTokens(long nanoTimeOfSend, int tokens)
    {
        if (AvailableAt(nanoTimeOfSend) < Needed(tokens))
            return (this, false);

        // What flowed over while nobody came is there for this one, officially: it may find the bucket full, and leave it full.
        var left = Math.Min(_capacity, _availableTokens - tokens + TokensSince(nanoTimeOfSend));
        return (new TokenBucket(_capacity, _tokensPerSecond, nanoTimeOfSend, (int)left), true);
    }

    /// <inheritdoc />
    public override TimeSpan TimeToAvailable(long currentNanoTime, int tokens) =>
        Needed(tokens) - AvailableAt(currentNanoTime) is > 0 and var missing ? RoundedUp(missing / _tokensPerSecond) : TimeSpan.Zero;

    // Of less than a tick nothing would be left, and who waits for no time finds as few tokens as before.
    private static TimeSpan RoundedUp(double seconds) => TimeSpan.FromTicks((long)Math.Ceiling(seconds * TimeSpan.TicksPerSecond));

    private double AvailableAt(long nanoTime) => Math.Min(_capacity, _availableTokens + TokensSince(nanoTime));

    private double TokensSince(long nanoTime) => (nanoTime - _nanoTimeOfLastSend) / NanosecondsPerSecond * _tokensPerSecond;

    private int Needed(int tokens) => tokens > _capacity ? 1 : tokens;
}
