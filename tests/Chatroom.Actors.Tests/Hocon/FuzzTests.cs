using Chatroom.Actors.Hocon;

namespace Chatroom.Actors.Tests.Hocon;

// Mutated texts either parse or are refused: no other exception, no hang, and what parses can be printed and read again.
public class FuzzTests
{
    private const int Seed = 20_240_117;

    private static readonly string[] Corpus =
    [
        "a = 1\nb { c = \"x\", d = [1, 2, { e = true }] }\n# comment\nf.g.\"h.i\" = ${b.c} more // end",
        "a { x = 1 }\na = ${a} { y = ${?z} }\nz += 5\nz += ${a.x}",
        "p = ${p}\"x\"\np = [1] [2]\nq = \"\"\"raw \"\" text\"\"\"\nr = ${?p} ${?s}, s = [3]",
        "include \"x\"\no { include required(file(\"y\")) }\n\"quoted key\" : 1e+5, t = 10 s",
        "bar { foo = 42, baz = ${bar.foo} }\nbar.foo = ${bar.baz}\nx = null, l = [1, 2]\nm = { y = ${x} } ${bar}",
        "a = ${b}, b = ${c} { k = ${a.k} }, c { k = 1, l = ${b.k} }, d = [${a}, ${?b.l}] ${?e}",
    ];

    private static readonly string[] Snippets =
        ["{", "}", "[", "]", "\"", "\"\"\"", "${", "${?", "}", "\n", ",", "=", ":", "+=", ".", "\\", "\\u00", "#", "//", " ",
         "include ", "include \"x\"", "required(", "file(", "a", "b", "${a}", "${?b}", "${a.b}", "x = ", "\n b = ", "1", "null", "0x", "-", "1e", "\uFEFF", "\uD800", "\0"];

    [Fact]
    public void Any_text_parses_or_is_refused()
    {
        Assert.All(Corpus, Check);
        var random = new Random(Seed);
        for (var i = 0; i < 6000; i++)
        {
            var text = Mutate(random, Corpus[random.Next(Corpus.Length)]);
            var error = Record.Exception(() => Check(text));
            Assert.True(error is null or HoconException, $"seed {Seed}, input {i}:\n{text}\n\n{error}");
        }
    }

    private static void Check(string text)
    {
        try
        {
            var root = Reading.Parse(text, ("x", "a.i = ${?b}, j = ${?a}"), ("y", "k = [1]"));
            AllStandSomewhere(root, text);
            PrintsAsItReads(root);
        }
        catch (HoconException e)
        {
            Assert.StartsWith($"{e.Origin}: ", e.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', e.Message);
            StandsSomewhere(e.Origin, text);
            throw;
        }
    }

    private static void PrintsAsItReads(HoconValue root)
    {
        var printed = HoconPrinter.Print(root);
        if (string.IsNullOrWhiteSpace(printed))
            return;
        try
        {
            Assert.Equal(printed, HoconPrinter.Print(Reading.Parse(printed)));
        }
        catch (HoconException e)
        {
            Assert.Fail($"printed as\n{printed}\n{e}");
        }
    }

    private static void AllStandSomewhere(HoconValue value, string text)
    {
        StandsSomewhere(value.Origin, text);
        foreach (var item in (value as HoconArray)?.Items ?? [])
            AllStandSomewhere(item, text);
        foreach (var field in (value as HoconObject)?.Fields.Values ?? Enumerable.Empty<HoconField>())
        {
            StandsSomewhere(field.Key, text);
            AllStandSomewhere(field.Value, text);
        }
    }

    private static void StandsSomewhere(Origin origin, string text)
    {
        Assert.True(origin.File is Reading.File or "x" or "y", origin.File);
        Assert.InRange(origin.Line, 1, origin.File == Reading.File ? text.Count(c => c == '\n') + 1 : 1);
        Assert.True(origin.Column > 0);
    }

    private static string Mutate(Random random, string text)
    {
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(text.Length + 1);
            var length = random.Next(Math.Min(6, text.Length - at + 1));
            var snippet = random.Next(4) switch
            {
                0 => "",
                1 => Piece(random, text),
                _ => Snippets[random.Next(Snippets.Length)],
            };
            text = string.Concat(text.AsSpan(0, at), snippet, text.AsSpan(at + length));
        }

        return text;
    }

    private static string Piece(Random random, string text)
    {
        var from = random.Next(text.Length + 1);
        return text.Substring(from, random.Next(Math.Min(30, text.Length - from + 1)));
    }
}
