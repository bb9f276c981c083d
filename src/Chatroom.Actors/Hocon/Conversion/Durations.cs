namespace Chatroom.Actors.Hocon.Conversion;

/// <summary>Durations: a number and a unit from nanoseconds to days, milliseconds without one, or <c>infinite</c>.</summary>
internal static class Durations
{
    /// <summary>Reads a duration; <c>infinite</c> gives <see cref="Timeout.InfiniteTimeSpan"/> if it is allowed.</summary>
    public static bool TryParse(string text, bool allowInfinite, out TimeSpan value)
    {
        value = Timeout.InfiniteTimeSpan;
        if (allowInfinite && text.AsSpan().Trim().SequenceEqual("infinite"))
            return true;
        value = TimeSpan.Zero;
        if (!Quantity.TrySplit(text, out var number, out var unit) || TicksOf(unit) is not { } factor || number < 0)
            return false;
        if (number > long.MaxValue / factor)
            return false;
        value = TimeSpan.FromTicks((long)(number * factor));
        return true;
    }

    private static decimal? TicksOf(ReadOnlySpan<char> unit) => unit switch
    {
        "ns" or "nano" or "nanos" or "nanosecond" or "nanoseconds" => 0.01m,
        "us" or "micro" or "micros" or "microsecond" or "microseconds" => 10m,
        "" or "ms" or "milli" or "millis" or "millisecond" or "milliseconds" => TimeSpan.TicksPerMillisecond,
        "s" or "second" or "seconds" => TimeSpan.TicksPerSecond,
        "m" or "minute" or "minutes" => TimeSpan.TicksPerMinute,
        "h" or "hour" or "hours" => TimeSpan.TicksPerHour,
        "d" or "day" or "days" => TimeSpan.TicksPerDay,
        _ => null,
    };
}
