using Chatroom.Actors.Hocon;

namespace Chatroom.Actors.Tests.Hocon;

// HOCON.md, "Automatic type conversions", "Duration format", "Size in bytes format"
public class ValueTests
{
    private static HoconRoot Parse(string value) => HoconParser.Parse("a = " + value);

    [Theory]
    [InlineData("42", 42)]
    [InlineData("-7", -7)]
    [InlineData("\"42\"", 42)]
    [InlineData("0x1F", 31)]
    public void A_whole_number(string text, int value) => Assert.Equal(value, Parse(text).GetInt("a"));

    [Fact]
    public void A_large_whole_number() => Assert.Equal(123_456_789_012, Parse("123456789012").GetLong("a"));

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("-0.25", -0.25)]
    [InlineData("1e3", 1000)]
    [InlineData("1E+3", 1000)]
    [InlineData("1.5e-3", 0.0015)]
    [InlineData("2", 2)]
    public void A_number(string text, double value)
    {
        Assert.Equal(value, Parse(text).GetDouble("a"), 12);
        Assert.Equal((decimal)value, Parse(text).GetDecimal("a"));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("yes", true)]
    [InlineData("on", true)]
    [InlineData("false", false)]
    [InlineData("no", false)]
    [InlineData("off", false)]
    public void A_boolean(string text, bool value) => Assert.Equal(value, Parse(text).GetBoolean("a"));

    [Theory]
    [InlineData("10 s", 10_000)]
    [InlineData("10s", 10_000)]
    [InlineData("2 seconds", 2_000)]
    [InlineData("1.5s", 1_500)]
    [InlineData("500ms", 500)]
    [InlineData("500 milliseconds", 500)]
    [InlineData("5m", 300_000)]
    [InlineData("1 minute", 60_000)]
    [InlineData("1h", 3_600_000)]
    [InlineData("1 day", 86_400_000)]
    [InlineData("250", 250)]
    public void A_duration(string text, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Parse(text).GetTimeSpan("a"));

    [Fact]
    public void An_infinite_duration() => Assert.Equal(Timeout.InfiniteTimeSpan, Parse("infinite").GetTimeSpan("a"));

    [Theory]
    [InlineData("128000b", 128_000)]
    [InlineData("64k", 65_536)]
    [InlineData("1 MiB", 1_048_576)]
    [InlineData("1MB", 1_000_000)]
    [InlineData("10 kB", 10_000)]
    [InlineData("512", 512)]
    public void A_size(string text, long bytes) => Assert.Equal(bytes, Parse(text).GetByteSize("a"));

    [Theory]
    [InlineData("text")]
    [InlineData("{ b = 1 }")]
    [InlineData("[1]")]
    public void A_number_that_is_none_is_an_error_that_names_its_path(string text)
    {
        var error = Assert.Throws<HoconValueException>(() => Parse(text).GetInt("a"));

        Assert.Equal("a", error.FailPath);
    }

    [Fact]
    public void A_value_that_is_missing_is_an_error_that_names_its_path()
    {
        var error = Assert.Throws<HoconValueException>(() => Parse("1").GetInt("b.c"));

        Assert.Equal("b.c", error.FailPath);
    }

    [Fact]
    public void A_value_that_is_missing_gives_the_default()
    {
        var root = Parse("1");

        Assert.Equal(7, root.GetInt("b", 7));
        Assert.Equal("x", root.GetString("b", "x"));
        Assert.True(root.GetBoolean("b", true));
        Assert.Equal(TimeSpan.FromSeconds(1), root.GetTimeSpan("b", TimeSpan.FromSeconds(1)));
        Assert.Equal([1], root.GetIntList("b", [1]));
        Assert.Equal(["x"], root.GetStringList("b", ["x"]));
    }

    [Fact]
    public void A_value_that_is_there_wins_over_the_default()
    {
        Assert.Equal(1, Parse("1").GetInt("a", 7));
        Assert.Equal("1", Parse("1").GetString("a", "x"));
    }

    [Fact]
    public void HasPath_and_TryGetValue_tell_what_is_there()
    {
        var root = HoconParser.Parse("a.b = 1");

        Assert.True(root.HasPath("a"));
        Assert.True(root.HasPath("a.b"));
        Assert.False(root.HasPath("b"));
        Assert.False(root.HasPath("a.b.c"));
        Assert.True(root.TryGetValue("a.b", out var value));
        Assert.Equal(1, value.GetInt());
        Assert.False(root.TryGetValue("a.c", out _));
    }

    [Theory]
    [InlineData("{ b = 1 }", HoconType.Object)]
    [InlineData("[1]", HoconType.Array)]
    [InlineData("1", HoconType.Number)]
    [InlineData("1.5", HoconType.Number)]
    [InlineData("true", HoconType.Boolean)]
    [InlineData("text", HoconType.String)]
    [InlineData("\"true\"", HoconType.String)]
    public void A_value_tells_its_type(string text, object type) => Assert.Equal(type, Parse(text).GetValue("a").Type);
}
