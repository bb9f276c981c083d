namespace Chatroom.Actors.Tests.Hocon;

// HOCON.md, "Substitutions", "Self-Referential Substitutions"
public class SubstitutionTests
{
    [Theory]
    [InlineData("a.b = 42\nc = ${a.b}", "42")]
    [InlineData("c = ${a.b}\na.b = 42", "42")]
    [InlineData("a = 1\nc = ${a}\na = 2", "2")]
    [InlineData("c = ${a}\na = ${b}\nb = 1", "1")]
    public void A_substitution_is_the_last_value_at_its_path_wherever_it_stands(string text, string value) =>
        Assert.Equal(value, Reading.At(text, "c"));

    [Theory]
    [InlineData("who = big\na = \"hello \"${who}\" world\"", "hello big world")]
    [InlineData("p = x, q = y, a = ${p} ${q}", "x y")]
    [InlineData("a = \"${b}\"", "${b}")]
    [InlineData("one = 1\na = [${one}, 2]", "[1, 2]")]
    public void A_substitution_is_part_of_a_text_or_an_item_but_in_quotes_it_is_text(string text, string value) =>
        Assert.Equal(value, Reading.At(text, "a"));

    [Fact]
    public void A_required_substitution_that_leads_to_nothing_is_an_error() => Reading.Refused("a = ${no.such.thing.here}");

    [Theory]
    [InlineData("a = ${?no.such.thing.here}\nb = 1", null)]
    [InlineData("a = 1\na = ${?no.such.thing.here}", "1")]
    public void An_optional_substitution_that_leads_to_nothing_changes_nothing(string text, string? value) =>
        Assert.Equal(value, Reading.At(text, "a"));

    [Theory]
    [InlineData("path = \"a:b\"\npath = ${path}\":c\"", "path : \"a:b:c\"")]
    [InlineData("a = [1]\na = ${a} [2]", "a : [1, 2]")]
    public void A_field_may_extend_its_earlier_value(string text, string expected) => Assert.Equal(expected, Reading.Print(text));

    [Theory]
    [InlineData("bar : { foo : 42, baz : ${bar.foo} }", "42")]
    [InlineData("bar : { foo : 42, baz : ${bar.foo} }\nbar : { foo : 43 }", "43")]
    public void A_field_may_refer_to_its_sibling_which_may_change_later(string text, string value) =>
        Assert.Equal(value, Reading.At(text, "bar", "baz"));

    [Theory]
    [InlineData("a = ${a}")]
    [InlineData("a = ${b}\nb = ${a}")]
    public void What_refers_to_itself_without_an_earlier_value_is_an_error(string text) => Reading.Refused(text);
}
