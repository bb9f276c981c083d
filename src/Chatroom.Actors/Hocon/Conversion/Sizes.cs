namespace Chatroom.Actors.Hocon.Conversion;

/// <summary>Sizes in bytes: powers of ten for kB, MB, …, powers of two for K, Ki, KiB, …, bytes without a unit.</summary>
internal static class Sizes
{
    /// <summary>Reads a size; a fraction of a byte is dropped.</summary>
    public static bool TryParse(string text, out long value)
    {
        value = 0;
        if (!Quantity.TrySplit(text, out var number, out var unit) || FactorOf(unit) is not { } factor || number < 0)
            return false;
        if (number > long.MaxValue / factor)
            return false;
        value = (long)(number * factor);
        return true;
    }

    private static decimal? FactorOf(ReadOnlySpan<char> unit) => unit switch
    {
        "" or "B" or "b" or "byte" or "bytes" => 1m,
        "kB" or "kilobyte" or "kilobytes" => 1e3m,
        "MB" or "megabyte" or "megabytes" => 1e6m,
        "GB" or "gigabyte" or "gigabytes" => 1e9m,
        "TB" or "terabyte" or "terabytes" => 1e12m,
        "PB" or "petabyte" or "petabytes" => 1e15m,
        "EB" or "exabyte" or "exabytes" => 1e18m,
        "ZB" or "zettabyte" or "zettabytes" => 1e21m,
        "YB" or "yottabyte" or "yottabytes" => 1e24m,
        "K" or "k" or "Ki" or "KiB" or "kibibyte" or "kibibytes" => 1L << 10,
        "M" or "m" or "Mi" or "MiB" or "mebibyte" or "mebibytes" => 1L << 20,
        "G" or "g" or "Gi" or "GiB" or "gibibyte" or "gibibytes" => 1L << 30,
        "T" or "t" or "Ti" or "TiB" or "tebibyte" or "tebibytes" => 1L << 40,
        "P" or "p" or "Pi" or "PiB" or "pebibyte" or "pebibytes" => 1L << 50,
        "E" or "e" or "Ei" or "EiB" or "exbibyte" or "exbibytes" => 1L << 60,
        "Z" or "z" or "Zi" or "ZiB" or "zebibyte" or "zebibytes" => 1024m * (1L << 60),
        "Y" or "y" or "Yi" or "YiB" or "yobibyte" or "yobibytes" => 1024m * 1024m * (1L << 60),
        _ => null,
    };
}
