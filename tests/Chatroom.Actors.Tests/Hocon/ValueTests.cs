using Chatroom.Actors.Hocon;

namespace Chatroom.Actors.Tests.Hocon;

// HOCON.md, "Duration format", and what a value is by the way it is written
public class ValueTests
{
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
    public void A_duration_is_a_number_with_a_unit(string text, int milliseconds)
    {
        Assert.True(Durations.TryParse(text, out var value));

        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), value);
    }

    [Theory]
    [InlineData("1 ns", 0)]
    [InlineData("100 ns", 1)]
    [InlineData("2 us", 20)]
    [InlineData("2 micros", 20)]
    [InlineData("0.5 ms", 5_000)]
    public void Durations_are_cut_to_ticks(string text, long ticks)
    {
        Assert.True(Durations.TryParse(text, out var value));

        Assert.Equal(ticks, value.Ticks);
    }

    [Theory]
    [InlineData("-1s")]
    [InlineData("1 fortnight")]
    [InlineData("s")]
    [InlineData("1e400 s")]
    [InlineData("99999999999999 d")]
    [InlineData("infinite")]
    [InlineData("")]
    public void What_is_no_duration_is_not_read(string text) => Assert.False(Durations.TryParse(text, out _));

    [Theory]
    [InlineData("1", ScalarKind.Number)]
    [InlineData("-7", ScalarKind.Number)]
    [InlineData("0x1f", ScalarKind.Number)]
    [InlineData("017", ScalarKind.Number)]
    [InlineData("0.5", ScalarKind.Number)]
    [InlineData("1e5", ScalarKind.Number)]
    [InlineData("1E+5", ScalarKind.Number)]
    [InlineData("true", ScalarKind.Boolean)]
    [InlineData("false", ScalarKind.Boolean)]
    [InlineData("null", ScalarKind.Null)]
    [InlineData("x", ScalarKind.Text)]
    [InlineData("1 x", ScalarKind.Text)]
    [InlineData("1x", ScalarKind.Text)]
    [InlineData("0xg", ScalarKind.Text)]
    [InlineData("-", ScalarKind.Text)]
    [InlineData("\"1\"", ScalarKind.Text)]
    [InlineData("\"null\"", ScalarKind.Text)]
    [InlineData("\"\"\"1\"\"\"", ScalarKind.Text)]
    public void A_scalar_is_what_it_was_written_as(string text, object kind)
    {
        var value = Assert.IsType<HoconScalar>(Assert.IsType<HoconObject>(Reading.Parse("a = " + text)).Find(["a"]));

        Assert.Equal((kind, text.Trim('"')), (value.ScalarKind, value.Text));
    }

    // "Conversion of numerically-indexed objects to arrays"
    [Theory]
    [InlineData("[x] { 0 : a, 2 : b }", "[\"x\", \"a\", \"b\"]")]
    [InlineData("{ 2 : b, 0 : a } [x]", "[\"a\", \"b\", \"x\"]")]
    [InlineData("{ 10 : c, 1 : a, 2 : b, y : no } [x]", "[\"a\", \"b\", \"c\", \"x\"]")]
    [InlineData("{ 0 : a } { 0 : b } [x]", "[\"b\", \"x\"]")]
    [InlineData("[x] { 0 : a } { 0 : b }", "[\"x\", \"a\", \"b\"]")]
    [InlineData("[x] { 0 : a, other : c, -1 : d }", "[\"x\", \"a\"]")]
    [InlineData("[x] ${o}", "[\"x\", \"a\"]")]
    public void Next_to_an_array_an_object_with_numeric_keys_is_one(string value, string expected) =>
        Assert.Equal(expected, Reading.At($"a = {value}\no {{ 0 : a }}", "a"));

    [Fact]
    public void An_addition_to_an_object_with_numeric_keys_makes_it_an_array() =>
        Assert.Equal("[\"a\", \"b\"]", Reading.At("a { 0 : a }\na += b", "a"));

    [Fact]
    public void An_object_with_numeric_keys_stays_an_object_where_no_array_is_asked_for() =>
        Assert.Equal("a : { 0 : \"a\" 1 : \"b\" }", Reading.Print("a { 0 : a, 1 : b }"));
}
