namespace Akka.Actor;

/// <summary>The machine's clock.</summary>
public class DateTimeOffsetNowTimeProvider : IDateTimeOffsetNowTimeProvider
{
    private static readonly long Epoch = TimeProvider.System.GetTimestamp();

    private DateTimeOffsetNowTimeProvider()
    {
    }

    /// <summary>The only instance.</summary>
    public static DateTimeOffsetNowTimeProvider Instance { get; } = new();

    /// <inheritdoc />
    public DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <inheritdoc />
    public TimeSpan MonotonicClock => TimeProvider.System.GetElapsedTime(Epoch);

    /// <inheritdoc />
    public TimeSpan HighResMonotonicClock => TimeProvider.System.GetElapsedTime(Epoch);
}
