using Chatroom.Actors.Hocon;

namespace BotNode.Nodes;

/// <summary>A setting of an actor system that did not start, and how likely it is the cause.</summary>
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
    }

    public HoconValue Value { get; }

    public string Path { get; }

    /// <summary>Akka's value without the setting; null if it can't be written down.</summary>
    public string? Default => _reference is HoconScalar { Text: { Length: > 0 } text } ? text : null;

    /// <summary>Adds all settings at a path and below it.</summary>
    public static void AddAll(List<Setting> settings, string[] keys, HoconValue value)
    {
        settings.Add(new Setting(keys, value));
        if (value is not HoconObject o)
            return;
        foreach (var (key, field) in o.Fields)
            AddAll(settings, [.. keys, key], field.Value);
    }

    /// <summary>How strongly <paramref name="message"/> of Akka points to this setting; 0 for too little.</summary>
    public int ScoreFor(string message)
    {
        var score = 0;
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

    // A word that no message contains by chance.
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
