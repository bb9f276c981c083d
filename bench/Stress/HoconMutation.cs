using System.Text;

namespace Stress;

/// <summary>Texts that are nearly HOCON: good ones with a few changes by chance.</summary>
internal static class HoconMutation
{
    // Includes are left out: they would read files.
    private static readonly string[] Good =
    [
        """
        akka {
          loglevel = WARNING # as quiet as can be
          actor { provider = remote, deployment { "/user/a.b" { dispatcher = x } } }
          remote.dot-netty.tcp { hostname = "127.0.0.1", port = 0 }
        }
        """,
        """{"a": [1, 2.5e-3, true, null, "x\u0041\n"], "b": {"c": {}}, "d": []}""",
        """
        base { x = 1, y = [1, 2] }
        one = ${base} { x = 2 }
        two = ${base.y} [3] ${?none}
        path = ${?NO_SUCH_VARIABLE_HERE} some text ${base.x} more
        """,
        """
        a = 1
        a = ${a} 2
        b += x
        b += ${b}
        c { d = ${c.e}, e = ${a} }
        // done
        """,
        "long = \"\"\" several\nlines \"quoted\" \"\"\"\nsize = 128k\ntime = 5 minutes\nlist = [ a b, c,\n d ]\n",
        "a.b.c = 1\na.\"b.c\".d : 2\na = { b : ${?a.b}, e = [{ f = 1 } { g = 2 }] }\na { b { h = ${a.e} } }",
    ];

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", "${", "${?", "}", "=", ":", "+=", ",", "\n", "\"", "\"\"\"", "\\", "\\u12", "#", "//", ".", " ", "\t",
        "${a}", "${?a.b}", "a", "b", "c.d", "1", "-1e9", "0x1F", "null", "true", "\0", "\uFEFF", "\uD800", "é", "$", "`", "^", "*", "&",
        "a = ${b}\nb = ${a}\n", "x = ${x}", "x += ${x}", "include", "required(", "url(", "99999999999999999999999999", "infinite",
    ];

    /// <summary>The text of a number; the same for the same seed.</summary>
    public static string Text(int seed, int number)
    {
        var random = new Random(HashCode(seed, number));
        var text = new StringBuilder(Pick(random, Good));
        if (random.Next(4) == 0)
            text.Append('\n').Append(Pick(random, Good));
        for (var i = random.Next(1, random.Next(2, 7)); i > 0; i--)
            Change(text, random);
        return text.ToString();
    }

    /// <summary>A text with one change.</summary>
    public static string Mutate(string text, Random random)
    {
        var changed = new StringBuilder(text);
        Change(changed, random);
        return changed.ToString();
    }

    private static int HashCode(int seed, int number) => unchecked((seed * 486187739) + (number * 16777619));

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];

    private static void Change(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(1, 12), text.Length - at);
        switch (random.Next(24))
        {
            case < 10:
                text.Insert(at, Pick(random, Pieces));
                break;
            case < 14:
                text.Remove(at, length);
                break;
            case < 17:
                text.Insert(random.Next(text.Length + 1), text.ToString(at, length));
                break;
            case < 20 when at < text.Length:
                text[at] = (char)random.Next(32, 127);
                break;
            case 20:
                text.Insert(at, Pick(random, Pieces), random.Next(2, 300));
                break;
            case 21:
                text.Length = at;
                break;
            case 22 when text.Length < 4_000:
                var whole = text.ToString();
                text.Append('\n').Append(whole);
                break;
            default:
                text.Insert(at, (char)random.Next(1, 0x10000));
                break;
        }
    }
}
