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
            Assert.True(error is null or HoconParserException, $"seed {Seed}, input {i}:\n{text}\n\n{error}");
        }
    }

    private static void Check(string text)
    {
        var root = HoconParser.Parse(text, (_, name) => Task.FromResult(name == "x" ? "a.i = ${?b}, j = ${?a}" : "k = [1]"));
        var printed = root.PrettyPrint(2);
        if (string.IsNullOrWhiteSpace(printed))
            return;
        Exception? error = null;
        try
        {
            Assert.Equal(printed, HoconParser.Parse(printed).PrettyPrint(2));
        }
        catch (HoconParserException e)
        {
            error = e;
        }

        Assert.True(error == null, $"printed as\n{printed}\n{error}");
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
