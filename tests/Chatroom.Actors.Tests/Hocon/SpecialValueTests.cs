using Chatroom.Actors.Hocon;

namespace Chatroom.Actors.Tests.Hocon;

// Rules of HOCON.md, and details of values, in which the official parser is not known to agree.
public class SpecialValueTests
{
    private static HoconRoot Parse(string value) => HoconParser.Parse("a = " + value);

    [Fact]
    public void An_object_with_numeric_keys_is_an_array_in_their_order()
    {
        var root = HoconParser.Parse("a { 10 = c, 1 = a, 2 = b, x = no }");

        Assert.Equal(["a", "b", "c"], root.GetStringList("a"));
    }

    [Fact]
    public void An_object_without_numeric_keys_is_no_array() =>
        Assert.Throws<HoconValueException>(() => HoconParser.Parse("a { x = 1 }").GetStringList("a"));

    // "Conversion of numerically-indexed objects to arrays"
    [Theory]
    [InlineData("[x] { 0 : a, 2 : b }", "x,a,b")]
    [InlineData("{ 2 : b, 0 : a } [x]", "a,b,x")]
    [InlineData("{ 0 : a } { 0 : b } [x]", "b,x")]
    [InlineData("[x] { 0 : a } { 0 : b }", "x,a,b")]
    [InlineData("[x] { 0 : a, other : c, -1 : d }", "x,a")]
    [InlineData("[x] ${o}", "x,a")]
    public void Next_to_an_array_an_object_with_numeric_keys_is_one(string value, string expected) =>
        Assert.Equal(expected, string.Join(',', HoconParser.Parse($"a = {value}\no {{ 0 : a }}").GetStringList("a")));

    [Fact]
    public void An_addition_to_an_object_with_numeric_keys_makes_it_an_array() =>
        Assert.Equal(["a", "b"], HoconParser.Parse("a { 0 : a }\na += b").GetStringList("a"));

    [Fact]
    public void An_object_with_numeric_keys_stays_an_object_where_no_array_is_asked_for() =>
        Assert.Equal(HoconType.Object, HoconParser.Parse("a { 0 : a, 1 : b }").GetValue("a").Type);

    [Fact]
    public void A_text_may_be_an_array() => Assert.Equal(2, HoconParser.Parse("[1, 2]").Value.GetArray().Count);

    [Theory]
    [InlineData("1 ns", 0)]
    [InlineData("100 ns", 1)]
    [InlineData("2 us", 20)]
    [InlineData("2 micros", 20)]
    [InlineData("0.5 ms", 5_000)]
    public void Durations_are_cut_to_ticks(string text, long ticks) => Assert.Equal(ticks, Parse(text).GetTimeSpan("a").Ticks);

    [Theory]
    [InlineData("-1s")]
    [InlineData("1 fortnight")]
    [InlineData("s")]
    [InlineData("1e400 s")]
    [InlineData("99999999999999 d")]
    public void What_is_no_duration_is_an_error(string text) => Assert.Throws<HoconValueException>(() => Parse(text).GetTimeSpan("a"));

    [Fact]
    public void An_infinite_duration_can_be_refused() =>
        Assert.Throws<HoconValueException>(() => Parse("infinite").GetTimeSpan("a", allowInfinite: false));

    [Theory]
    [InlineData("1 kilobyte", 1_000L)]
    [InlineData("1 K", 1L << 10)]
    [InlineData("0.5 KiB", 512L)]
    [InlineData("1 G", 1L << 30)]
    [InlineData("1 GB", 1_000_000_000L)]
    [InlineData("1 TiB", 1L << 40)]
    [InlineData("1 P", 1L << 50)]
    [InlineData("7 EiB", 7L << 60)]
    [InlineData("0.001 ZB", 1_000_000_000_000_000_000L)]
    [InlineData("0.000001 YB", 1_000_000_000_000_000_000L)]
    [InlineData("0.0009765625 ZiB", 1L << 60)]
    [InlineData("0 Yi", 0L)]
    public void Sizes_have_decimal_and_binary_units(string text, long bytes) => Assert.Equal(bytes, Parse(text).GetByteSize("a"));

    [Theory]
    [InlineData("8 EiB")]
    [InlineData("-1b")]
    [InlineData("1 xB")]
    public void What_is_no_size_is_an_error(string text) => Assert.Throws<HoconValueException>(() => Parse(text).GetByteSize("a"));

    [Theory]
    [InlineData("1", HoconLiteralType.Long)]
    [InlineData("0x1f", HoconLiteralType.Hex)]
    [InlineData("017", HoconLiteralType.Octal)]
    [InlineData("0.5", HoconLiteralType.Double)]
    [InlineData("1e5", HoconLiteralType.Double)]
    [InlineData("true", HoconLiteralType.Bool)]
    [InlineData("null", HoconLiteralType.Null)]
    [InlineData("x", HoconLiteralType.UnquotedString)]
    [InlineData("1 x", HoconLiteralType.UnquotedString)]
    [InlineData("1x", HoconLiteralType.UnquotedString)]
    [InlineData("\"1\"", HoconLiteralType.QuotedString)]
    [InlineData("\"\"\"1\"\"\"", HoconLiteralType.TripleQuotedString)]
    public void A_literal_tells_how_it_was_written(string text, object type) =>
        Assert.Equal(type, Assert.IsAssignableFrom<HoconLiteral>(Assert.Single(Parse(text).GetValue("a").Children)).LiteralType);

    [Fact]
    public void A_zero_in_front_makes_a_number_octal() => Assert.Equal(15, Parse("017").GetInt("a"));

    [Fact]
    public void Quotes_at_the_end_of_a_triple_quoted_text_belong_to_it() =>
        Assert.Equal("say \"hi\"", Parse("\"\"\"say \"hi\"\"\"\"").GetString("a"));

    [Fact]
    public void A_key_may_have_blanks_inside() => Assert.Equal(1, HoconParser.Parse("  a b  c : 1").GetInt("\"a b  c\""));

    [Fact]
    public void A_number_as_a_key_is_a_path_too() => Assert.Equal(1, HoconParser.Parse("3.14 : 1").GetInt("3.14"));

    [Fact]
    public void A_byte_order_mark_is_a_blank() => Assert.Equal(1, HoconParser.Parse("\uFEFFa = 1").GetInt("a"));

    [Fact]
    public void A_new_line_may_stand_before_and_behind_a_separator() => Assert.Equal(1, HoconParser.Parse("a\n=\n\n1").GetInt("a"));

    [Fact]
    public void A_text_prints_as_HOCON_that_reads_the_same()
    {
        const string text = "a = \"x \\\"y\\\"\", b { \"c.d\" = [1, { e = true }], f = {} }, g = null";
        var printed = HoconParser.Parse(text).ToString();

        Assert.Equal(
            "a : \"x \\\"y\\\"\"\nb : {\n  \"c.d\" : [1, {\n    e : true\n  }]\n  f : {}\n}\ng : null".ReplaceLineEndings("\n"), printed);
        Assert.Equal(printed, HoconParser.Parse(printed).ToString());
    }

    [Fact]
    public void TryGet_is_false_where_Get_throws()
    {
        var value = Parse("x").GetValue("a");

        Assert.False(value.TryGetInt(out _));
        Assert.False(value.TryGetTimeSpan(out _));
        Assert.False(value.TryGetByteSize(out _));
        Assert.False(value.TryGetObject(out _));
        Assert.False(value.TryGetArray(out _));
        Assert.True(value.TryGetString(out var text));
        Assert.Equal("x", text);
    }
}
