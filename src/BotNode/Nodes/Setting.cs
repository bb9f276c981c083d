using Akka.Configuration;
using Chatroom.Actors.Hocon;

namespace BotNode.Nodes;

/// <summary>A setting of an actor system that did not start, and how likely it is to blame.</summary>
internal sealed class Setting
{
    private readonly string[] _keys;
    private readonly HoconValue? _reference;

    private Setting(string[] keys, HoconValue value)
    {
        _keys = keys;
        Value = value;
        Path = string.Join('.', keys);
        _reference = AkkaReference.Find(keys);
        WrongType = _reference is null ? null : WrongTypeOf(_reference, value);
    }

    public HoconValue Value { get; }

    public string Path { get; }

    /// <summary>What Akka takes without the setting; null when that is nothing one can write down.</summary>
    public string? Default => _reference is HoconScalar { Text: { Length: > 0 } text } ? text : null;

    /// <summary>What is wrong with the value's type, judged by the default; null when nothing is.</summary>
    public string? WrongType { get; }

    /// <summary>Adds all settings at a path and below it.</summary>
    public static void AddAll(List<Setting> settings, string[] keys, HoconValue value)
    {
        settings.Add(new Setting(keys, value));
        if (value is not HoconObject o)
            return;
        foreach (var (key, field) in o.Fields)
            AddAll(settings, [.. keys, key], field.Value);
    }

    /// <summary>How much speaks against this setting when Akka says <paramref name="message"/>; 0 for too little.</summary>
    public int ScoreFor(string message)
    {
        var score = WrongType is null ? 0 : 6;
        var isNamed = Mentions(message, Path);
        var isNear = !isNamed && _keys.Length > 2 && Mentions(message, string.Join('.', _keys[..^1]));
        if (isNamed)
            score += Value is HoconObject ? 5 : 8;
        else if (isNear)
            score += 4;
        if (Value is HoconScalar { Text: { Length: > 0 } text })
            score += MentionsInQuotes(message, text) ? 4 : (isNear || IsTelling(text)) && Mentions(message, text) ? 3 : 0;
        if (IsTelling(_keys[^1]) ? Mentions(message, _keys[^1]) : MentionsInQuotes(message, _keys[^1]))
            score += 2;
        return score > 0 && _reference is not null ? score + 1 : score;
    }

    private static string? WrongTypeOf(HoconValue reference, HoconValue value) => (reference, value) switch
    {
        (HoconObject, not HoconObject) => "must be an object: { ... }",
        (HoconArray, not HoconArray) => "must be a list: [ ... ]",
        (HoconScalar, not HoconScalar) => "must be a plain value",
        (HoconScalar { Text: var ours }, HoconScalar { ScalarKind: not ScalarKind.Null, Text: var text }) => WrongTypeOf(ours, text),
        _ => null,
    };

    private static string? WrongTypeOf(string ours, string text)
    {
        // A type; some have a short name, too.
        if (ours.StartsWith("Akka.", StringComparison.Ordinal) && text.Contains('.', StringComparison.Ordinal))
            return Array.Exists(["", ", Akka", ", Akka.Remote"], assembly => AkkaChecks.IsType(text + assembly)) ? null : $"names no type that is there: {Quoting.Excerpt(text)}";
        // In place of a number, off is often a word of its own.
        var isSwitch = text is "on" or "off" or "true" or "false";
        if (ours is "on" or "off" or "true" or "false")
            return isSwitch || IsLogLevel(text) ? null : $"must be on or off, not {Quoting.Excerpt(text)}";
        if (isSwitch || ours.Length == 0 || !char.IsAsciiDigit(ours[0]))
            return null;
        var wanted = ours.AsSpan().TrimStart("0123456789.").Trim() switch
        {
            "" => Reads(config => config.GetInt("v"), text) || Reads(config => config.GetDouble("v"), text) && !int.TryParse(ours, out _) ? null : "a number",
            "ms" or "s" or "m" or "h" or "d" => Reads(config => config.GetTimeSpan("v"), text) ? null : "a time",
            "b" or "B" or "k" or "kB" or "KiB" or "MiB" => Reads(config => config.GetByteSize("v"), text) ? null : "a size",
            _ => null,
        };
        return wanted is null ? null : $"must be {wanted}, as Akka's own {ours} is, not {Quoting.Excerpt(text)}";
    }

    private static bool IsLogLevel(string text) => text.ToUpperInvariant() is "DEBUG" or "INFO" or "WARNING" or "ERROR";

    // Whether Akka itself can make something of it.
    private static bool Reads(Action<Config> read, string text)
    {
        try
        {
            read(ConfigurationFactory.ParseString($"v : {Quoting.Quote(text)}\n"));
            return true;
        }
        catch (Exception e) when (e is FormatException or OverflowException or ConfigurationException or ArgumentException)
        {
            return false;
        }
    }

    // A word that stands in no message by chance.
    private static bool IsTelling(string text) => text.Any(char.IsLetter) && !text.All(char.IsLetter);

    private static bool MentionsInQuotes(string message, string text) =>
        message.Contains($"'{text}'", StringComparison.OrdinalIgnoreCase) ||
        message.Contains($"\"{text}\"", StringComparison.OrdinalIgnoreCase) ||
        message.Contains($"[{text}]", StringComparison.OrdinalIgnoreCase);

    private static bool Mentions(string message, string text)
    {
        for (var at = message.IndexOf(text, StringComparison.Ordinal); at >= 0; at = message.IndexOf(text, at + 1, StringComparison.Ordinal))
        {
            var end = at + text.Length;
            if ((at == 0 || !IsOfWord(message[at - 1])) && (end == message.Length || !IsOfWord(message[end]) || (message[end] == '.' && end + 1 == message.Length)))
                return true;
        }

        return false;
    }

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c is '-' or '.' or '_';
}
