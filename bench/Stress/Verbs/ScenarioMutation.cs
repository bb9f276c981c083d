using System.Text.RegularExpressions;

namespace Stress.Verbs;

/// <summary>Scenarios, personas and suggestions that are nearly good: with other values, or other text.</summary>
internal static partial class ScenarioMutation
{
    private static readonly string[] Values =
    [
        "[]", "{}", "[{}]", "[[]]", "\"\"", "\" \"", "0", "1", "-1", "1000", "99999999999", "1.5", "null", "true", "none", "1 ms", "1 day", "2 days", "30 s", "\"\\ud83d\"", "\"\\ud83d\\ude00\"",
        "\"\\u0000\"", "\"{what}\"", "\"{nothing}\"", "[Felix]", "[Felix, Felix]", "[a.b, \"c d\"]", "[\"\\u200b\"]", "Felix", "script", "catalogue", "counter", "roster", "arrival",
        "{ join = Felix }", "[{ join = Felix }, { crash = Felix }]", "[{ round-over = 1 }]", "[{ text = a, category = b, action = c }]", "[{ category = b, action = c, subjects = [] }]",
        "${seed}", "${nothing}", "${?nothing}", "completed", "\"\"\"a\nb\"\"\"",
    ];

    /// <summary>A text made from a good one.</summary>
    public static string Of(string good, Random random)
    {
        var text = good;
        for (var changes = random.Next(5); changes > 0; changes--)
            text = Changed(text, random);
        return text;
    }

    private static string Changed(string text, Random random)
    {
        switch (random.Next(8))
        {
            case 0:
                return HoconMutation.Mutate(text, random);
            case 1:
            case 2:
                var lines = text.Split('\n').ToList();
                var line = lines[random.Next(lines.Count)];
                lines.Remove(line);
                if (random.Next(2) == 0)
                    lines.Insert(random.Next(lines.Count + 1), line);
                return string.Join('\n', lines);
            case 3:
                var includes = new[] { "include \"nowhere\"", "include \"mine.conf\"", "include required(\"x\")", "include \"folder\"", "include \"circle\"", "include \"/dev/null\"", "include \"personas.conf\"" };
                return $"{includes[random.Next(includes.Length)]}\n{text}";
            default:
                var values = Value().Matches(text);
                if (values.Count == 0)
                    return text;
                var chosen = values[random.Next(values.Count)].Groups[1];
                return $"{text[..chosen.Index]}{Values[random.Next(Values.Length)]}{text[(chosen.Index + chosen.Length)..]}";
        }
    }

    [GeneratedRegex("""[=:] *("[^"\n]*"|\[[^\[\]]*\]|[^ \n{\["][^\n,}]*)""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Value();
}
