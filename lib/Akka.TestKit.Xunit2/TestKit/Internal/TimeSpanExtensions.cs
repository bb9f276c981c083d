namespace Akka.TestKit.Internal;

/// <summary>The words of the TestKit for durations: a negative duration is infinite.</summary>
public static class TimeSpanExtensions
{
    /// <summary>Whether the duration is above zero and finite.</summary>
    /// <param name="timeSpan">The duration.</param>
    /// <returns>True if it is.</returns>
    public static bool IsPositiveFinite(this TimeSpan timeSpan) => timeSpan > TimeSpan.Zero;

    /// <summary>Whether the duration is zero.</summary>
    /// <param name="timeSpan">The duration.</param>
    /// <returns>True if it is.</returns>
    public static bool IsZero(this TimeSpan timeSpan) => timeSpan == TimeSpan.Zero;

    /// <summary>Whether the duration is infinite.</summary>
    /// <param name="timeSpan">The duration.</param>
    /// <returns>True if it is negative.</returns>
    public static bool IsInfinite(this TimeSpan timeSpan) => timeSpan < TimeSpan.Zero;

    /// <summary>Throws unless the duration is above zero.</summary>
    /// <param name="timeSpan">The duration.</param>
    /// <param name="parameterName">What the caller calls it.</param>
    /// <exception cref="ArgumentException">The duration is zero or infinite.</exception>
    public static void EnsureIsPositiveFinite(this TimeSpan timeSpan, string parameterName)
    {
        if (!timeSpan.IsPositiveFinite())
            throw new ArgumentException($"The duration must be above zero and finite, but is {timeSpan}.", parameterName);
    }

    /// <summary>The shorter of two durations.</summary>
    /// <param name="a">One duration.</param>
    /// <param name="b">The other; null if there is none.</param>
    /// <returns><paramref name="a"/>, unless <paramref name="b"/> is shorter and finite.</returns>
    public static TimeSpan Min(this TimeSpan a, TimeSpan? b) => b is not { } other || other.IsInfinite() ? a
        : a.IsInfinite() || other < a ? other
        : a;
}
