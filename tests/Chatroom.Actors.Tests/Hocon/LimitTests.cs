using Chatroom.Actors.Hocon;
using System.Text;

namespace Chatroom.Actors.Tests.Hocon;

// Whatever the text, parsing ends, soon and with nothing but a HoconException.
public class LimitTests
{
    private static string Times(int count, Func<int, string> part) =>
        Enumerable.Range(0, count).Aggregate(new StringBuilder(), (text, i) => text.Append(part(i))).ToString();

    public static TheoryData<string, string> Bombs => new()
    {
        { "nested arrays", "a = " + new string('[', 100_000) },
        { "nested objects", Times(100_000, _ => "a {") },
        { "nested arrays and objects", Times(100_000, _ => "[{a=") },
        { "a long path", "a" + Times(100_000, _ => ".a") + " = 1" },
        { "a long path in a substitution", "a = ${a" + Times(100_000, _ => ".a") + "}" },
        { "a text that doubles", "a0 = \"0123456789\"\n" + Times(60, i => $"a{i + 1} = ${{a{i}}}${{a{i}}}\n") },
        { "an array that doubles", "a0 = [1]\n" + Times(60, i => $"a{i + 1} = ${{a{i}}} ${{a{i}}}\n") },
        { "a tree that doubles", "a0 = [1]\n" + Times(60, i => $"a{i + 1} = [${{a{i}}}, ${{a{i}}}]\n") },
        { "an object that doubles", "a0 = {x=1}\n" + Times(60, i => $"a{i + 1} {{ l = ${{a{i}}}, r = ${{a{i}}} }}\n") },
        { "a field that doubles itself", "a = x\n" + Times(60, _ => "a = ${a}${a}\n") },
        { "a long chain", Times(100_000, i => $"a{i} = ${{a{i + 1}}}\n") + "a100000 = 1" },
        { "a deep tree of substitutions", "a0 = {x=1}\n" + Times(5000, i => $"a{i + 1} {{ x = ${{a{i}}} }}\n") },
        { "a long history of nothing", Times(6000, i => $"a = ${{?u}} {{ k{i} = ${{?a.k0}} }}\n") },
        { "a long history", "a = [0]\n" + Times(100_000, i => $"a = ${{a}} [{i}]\n") },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_is_refused(string name, string text)
    {
        Assert.NotEmpty(name);
        // The smallest stack that a thread of ours could have.
        Exception? error = null;
        var thread = new Thread(() => error = Record.Exception(() => Reading.Parse(text)), 512 * 1024);
        thread.Start();
        thread.Join();

        Assert.IsType<HoconException>(error);
    }

    [Fact]
    public void Texts_of_optional_substitutions_that_double_are_refused_too()
    {
        var text = Times(60, i => $"a{i + 1} = ${{?a{i}}}${{?a{i}}}\n") + "a0 = ${?a60}";

        var error = Record.Exception(() => Reading.Parse(text));

        Assert.True(error is null or HoconException, error?.ToString());
    }

    [Fact]
    public void A_deep_but_sane_text_is_read()
    {
        var text = Times(90, _ => "a {") + "b = 1" + new string('}', 90);

        Assert.Equal("1", Reading.At(text, [.. Enumerable.Repeat("a", 90), "b"]));
    }

    [Fact]
    public void Many_additions_are_read() =>
        Assert.Equal($"[{string.Join(", ", Enumerable.Range(0, 5000))}]", Reading.At(Times(5000, i => $"a += {i}\n"), "a"));

    [Fact]
    public void Many_fields_are_read()
    {
        var root = Reading.Parse(Times(20_000, i => $"a{i} = ${{b}}\n") + "b = 1");

        Assert.Equal(20_001, Assert.IsType<HoconObject>(root).Count);
    }

    [Theory]
    [InlineData("include \"x\"")]
    [InlineData("include \"x\"\ninclude \"x\"")]
    public void An_include_that_includes_itself_is_refused(string included) =>
        Assert.Equal("x:1: too many includes; does \"x\" include itself?", Reading.Refused("include \"x\"", ("x", included)).Message);
}
