using Akka.Configuration;

namespace Akka.Remote;

/// <summary>
/// Reads the settings of one section and refuses what can't be, by the setting's full path and with what is allowed there. A
/// missing setting is its default.
/// </summary>
/// <param name="section">The section.</param>
/// <param name="path">Where the section stands, for messages.</param>
internal sealed class SettingsReader(Config section, string path)
{
    /// <summary>A duration, <paramref name="atLeast"/> or more; longer than none if that is not given.</summary>
    internal TimeSpan Duration(string key, TimeSpan? atLeast = null, TimeSpan? missing = null)
    {
        var shortest = atLeast ?? TimeSpan.FromMilliseconds(1);
        var value = Read(key, () => section.GetTimeSpan(key, missing, allowInfinite: false), "a duration, such as 500 ms or 5 s");
        return value >= shortest ? value : throw Refused(key, $"a duration of at least {Words(shortest)}, such as 500 ms or 5 s");
    }

    /// <summary>A whole number, <paramref name="atLeast"/> to <paramref name="atMost"/>.</summary>
    internal int Number(string key, int atLeast, int atMost = int.MaxValue, int missing = 0)
    {
        var allowed = atMost == int.MaxValue ? $"a whole number, {atLeast} or more" : $"a whole number from {atLeast} to {atMost}";
        var value = Read(key, () => section.GetInt(key, missing), allowed);
        return value >= atLeast && value <= atMost ? value : throw Refused(key, allowed);
    }

    /// <summary>A number greater than 0.</summary>
    internal double Positive(string key)
    {
        const string Allowed = "a number greater than 0";
        var value = Read(key, () => section.GetDouble(key), Allowed);
        return value > 0 && double.IsFinite(value) ? value : throw Refused(key, Allowed);
    }

    /// <summary>A size in bytes, <paramref name="atLeast"/> to <paramref name="atMost"/>.</summary>
    internal long Size(string key, long atLeast, long atMost, long missing = 0)
    {
        var allowed = $"a size from {atLeast} to {atMost} bytes, such as 128000b or 8 MB";
        var value = Read(key, () => section.GetByteSize(key, missing) ?? missing, allowed);
        return value >= atLeast && value <= atMost ? value : throw Refused(key, allowed);
    }

    /// <summary>A switch.</summary>
    internal bool Switch(string key, bool missing = false) => Read(key, () => section.GetBoolean(key, missing), "on or off");

    /// <summary>A text; empty when it is missing.</summary>
    internal string Text(string key) => Read(key, () => section.GetString(key, string.Empty)!, "a text");

    /// <summary>A list of texts; empty when it is missing.</summary>
    internal IList<string> Texts(string key) => Read(key, () => section.GetStringList(key, []), "a list of texts");

    /// <summary>One of a few words, whatever their case; returned in capitals.</summary>
    internal string OneOf(string key, params string[] words)
    {
        var value = Text(key).ToUpperInvariant();
        return words.Contains(value, StringComparer.OrdinalIgnoreCase) ? value : throw Refused(key, $"one of {string.Join(", ", words)}");
    }

    /// <summary>A part of the section, which must be there.</summary>
    internal SettingsReader Part(string key) => new(
        section.GetConfig(key) ?? throw new ConfigurationException($"The configuration has no section '{path}.{key}'"), $"{path}.{key}");

    /// <summary>The section itself.</summary>
    internal Config Section => section;

    /// <summary>The error of a setting that can't be.</summary>
    internal ConfigurationException Refused(string key, string allowed, Exception? cause = null) =>
        new($"Setting '{path}.{key}' is {Shown(key)}; it must be {allowed}", cause);

    private T Read<T>(string key, Func<T> read, string allowed)
    {
        try
        {
            return read();
        }
        catch (ConfigurationException e)
        {
            throw Refused(key, allowed, e);
        }
    }

    private string Shown(string key)
    {
        try
        {
            return section.GetString(key) is { } text ? $"'{text}'" : "missing";
        }
        catch (ConfigurationException)
        {
            return "a list or a section";
        }
    }

    private static string Words(TimeSpan time) => time == TimeSpan.Zero ? "0 s" : $"{time.TotalMilliseconds:0.###} ms";
}
