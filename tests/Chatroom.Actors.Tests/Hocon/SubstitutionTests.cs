using Chatroom.Actors.Hocon;

namespace Chatroom.Actors.Tests.Hocon;

// HOCON.md, "Substitutions", "Self-Referential Substitutions"
public class SubstitutionTests
{
    [Fact]
    public void A_substitution_is_the_value_at_its_path() =>
        Assert.Equal(42, HoconParser.Parse("a.b = 42\nc = ${a.b}").GetInt("c"));

    [Fact]
    public void A_substitution_may_look_forward() => Assert.Equal(42, HoconParser.Parse("c = ${a.b}\na.b = 42").GetInt("c"));

    [Fact]
    public void A_substitution_sees_the_last_value() => Assert.Equal(2, HoconParser.Parse("a = 1\nb = ${a}\na = 2").GetInt("b"));

    [Fact]
    public void A_substitution_is_part_of_a_text() =>
        Assert.Equal("hello big world", HoconParser.Parse("who = big\na = \"hello \"${who}\" world\"").GetString("a"));

    [Fact]
    public void Blanks_between_substitutions_count() =>
        Assert.Equal("x y", HoconParser.Parse("p = x, q = y, a = ${p} ${q}").GetString("a"));

    [Fact]
    public void A_substitution_in_quotes_is_text() => Assert.Equal("${b}", HoconParser.Parse("a = \"${b}\"").GetString("a"));

    [Fact]
    public void A_substitution_can_be_an_item() =>
        Assert.Equal([1, 2], HoconParser.Parse("one = 1\na = [${one}, 2]").GetIntList("a"));

    [Fact]
    public void A_chain_of_substitutions_is_followed() =>
        Assert.Equal(1, HoconParser.Parse("a = ${b}\nb = ${c}\nc = 1").GetInt("a"));

    [Fact]
    public void A_required_substitution_that_leads_to_nothing_is_an_error() =>
        Assert.Throws<HoconParserException>(() => HoconParser.Parse("a = ${no.such.thing.here}"));

    [Fact]
    public void A_field_of_an_optional_substitution_that_leads_to_nothing_is_not_there() =>
        Assert.False(HoconParser.Parse("a = ${?no.such.thing.here}\nb = 1").HasPath("a"));

    [Fact]
    public void An_optional_substitution_that_leads_to_nothing_leaves_the_earlier_value() =>
        Assert.Equal(1, HoconParser.Parse("a = 1\na = ${?no.such.thing.here}").GetInt("a"));

    [Fact]
    public void A_field_may_extend_its_earlier_value()
    {
        var root = HoconParser.Parse("path = \"a:b\"\npath = ${path}\":c\"");

        Assert.Equal("a:b:c", root.GetString("path"));
    }

    [Fact]
    public void An_array_may_extend_itself() =>
        Assert.Equal([1, 2], HoconParser.Parse("a = [1]\na = ${a} [2]").GetIntList("a"));

    [Fact]
    public void A_field_may_refer_to_its_sibling() =>
        Assert.Equal(42, HoconParser.Parse("bar : { foo : 42, baz : ${bar.foo} }").GetInt("bar.baz"));

    [Fact]
    public void A_field_may_refer_to_a_sibling_that_changes_later() =>
        Assert.Equal(43, HoconParser.Parse("bar : { foo : 42, baz : ${bar.foo} }\nbar : { foo : 43 }").GetInt("bar.baz"));

    [Fact]
    public void A_field_that_refers_to_itself_without_an_earlier_value_is_an_error() =>
        Assert.Throws<HoconParserException>(() => HoconParser.Parse("a = ${a}"));

    [Fact]
    public void Fields_that_refer_to_each_other_are_an_error() =>
        Assert.Throws<HoconParserException>(() => HoconParser.Parse("a = ${b}\nb = ${a}"));
}
