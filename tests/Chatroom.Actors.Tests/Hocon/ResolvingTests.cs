namespace Chatroom.Actors.Tests.Hocon;

// HOCON.md's harder examples of substitutions, of which the official parser is not known to follow all.
public class ResolvingTests
{
    [Theory]
    // "Examples of Self-Referential Substitutions"
    [InlineData("bar : { foo : 42, baz : ${bar.foo} }\nbar : { foo : 43 }", "bar : { foo : 43 baz : 43 }")]
    [InlineData("bar : { a : ${foo.d}, b : 1 }\nbar.b = 3\nfoo : { c : ${bar.b}, d : 2 }\nfoo.d = 4", "bar : { a : 4 b : 3 } foo : { c : 3 d : 4 }")]
    [InlineData("foo : { a : { c : 1 } }\nfoo : ${foo.a}\nfoo : { a : 2 }", "foo : { a : 2 c : 1 }")]
    [InlineData("a : ${?a}foo", "a : \"foo\"")]
    [InlineData("a : 1\na : ${?a}2", "a : \"12\"")]
    [InlineData("a : [ 1 ]\na : ${a} [ 2 ]\na : ${a} [ 3 ]", "a : [1, 2, 3]")]
    [InlineData("a { b = [1] }\na { b = ${a.b} [2] }", "a : { b : [1, 2] }")]
    // A value that is hidden is never looked at.
    [InlineData("foo : ${does-not-exist}\nfoo : 42", "foo : 42")]
    // An undefined optional substitution is an empty text, array or object, and nothing by itself.
    [InlineData("a : ${?x} text", "a : \" text\"")]
    [InlineData("a : ${?x} [1]", "a : [1]")]
    [InlineData("a : ${?x} { b : 1 }", "a : { b : 1 }")]
    [InlineData("a : ${?x} ${?y}, b : 1", "b : 1")]
    [InlineData("a : [${?x}, 1]", "a : [1]")]
    [InlineData("a = ${?b}, b = ${?a}, c = 1", "c : 1")]
    // Objects that take each other over.
    [InlineData("d { n = x, t = \"Room \"${r.n} }\nr = ${d} { n = y }", "d : { n : \"x\" t : \"Room y\" } r : { n : \"y\" t : \"Room y\" }")]
    [InlineData("x = ${a}\na { y = ${x.z}, z = 1 }", "x : { y : 1 z : 1 } a : { y : 1 z : 1 }")]
    [InlineData("a { z = 1, y = ${x.z} }\nx = ${a}", "a : { z : 1 y : 1 } x : { z : 1 y : 1 }")]
    [InlineData("b { x = 1 }\na = ${b} { y = ${a.x} }", "b : { x : 1 } a : { x : 1 y : 1 }")]
    [InlineData("a = { x = 1 } { y = ${a.x} }", "a : { x : 1 y : 1 }")]
    [InlineData("b { c { x = 1 } }\na = ${b}\na.c.y = 2", "b : { c : { x : 1 } } a : { c : { x : 1 y : 2 } }")]
    [InlineData("a = ${b} ${c}, b { x = 1, y = 1 }, c { y = 2 }", "a : { x : 1 y : 2 } b : { x : 1 y : 1 } c : { y : 2 }")]
    [InlineData("a += 1, b = ${a}, a += 2", "a : [1, 2] b : [1, 2]")]
    [InlineData("a = [[1]], a += [2]", "a : [[1], [2]]")]
    [InlineData("a = null, b = ${a}", "a : null b : null")]
    [InlineData("a = ${FROM_OUTSIDE}", "a : \"env\"")]
    [InlineData("FROM_OUTSIDE = inside, a = ${FROM_OUTSIDE}", "FROM_OUTSIDE : \"inside\" a : \"inside\"")]
    [InlineData("a = ${b}c, b = null", "a : \"nullc\" b : null")]
    // What is null inside is not looked for outside.
    [InlineData("FROM_OUTSIDE = null, a = ${FROM_OUTSIDE}", "FROM_OUTSIDE : null a : null")]
    [InlineData("a = ${?FROM_OUTSIDE} is here", "a : \"env is here\"")]
    [InlineData("foo : ${foo}, foo : 42", "foo : 42")]
    [InlineData("foo : { a : 1 }, foo : ${foo}", "foo : { a : 1 }")]
    [InlineData("foo : ${?foo}, b = 1", "b : 1")]
    [InlineData("a = [1], a += 2, a += [3]", "a : [1, 2, [3]]")]
    [InlineData("a = ${x} ${y}, x = [1], y = [2]", "a : [1, 2] x : [1] y : [2]")]
    [InlineData("a = 1e5 x", "a : \"1e5 x\"")]
    public void Substitutions_are_resolved_as_specified(string text, string expected) =>
        Assert.Equal(expected, Reading.Print(text));

    // However the value is reached: by a path or as a whole, from within or from elsewhere.
    [Theory]
    [InlineData("b = ${a.y}\nx = { y = ${a.z}, z = 3 }\na = ${x} { z = 4 }", "b = 4, a.y = 4, x.y = 4, x.z = 3")]
    [InlineData("x = { y = ${a.z}, z = 3 }\na = ${x} { z = 4 }\nb = ${a.y}", "b = 4, a.y = 4, x.y = 4, x.z = 3")]
    [InlineData("b = ${a.y}\na = { y = ${a.z}, z = 3 }\na = ${a} { z = 4 }", "b = 4, a.y = 4")]
    [InlineData("a = { y = ${a.z}, z = 3 }\na = ${a} { z = 4 }\nb = ${a.y}", "b = 4, a.y = 4")]
    [InlineData("b = ${a.y}\nx = { y = ${a.z}, z = 3 }\na = { z = 4 } ${x}", "b = 3, a.y = 3, a.z = 3")]
    [InlineData("a = { x = ${a.y}, y = ${a.z}, z = 3 }\na = ${a} { z = 4 }", "a.x = 4, a.y = 4")]
    [InlineData("p { a { n = 1, m = ${p.a.n} } }\np.a = ${p.a} { n = 2 }", "p.a.m = 2, p.a.n = 2")]
    [InlineData("z = ${o.q.m}\no { q = ${t} { n = 2 }, p = ${o.q.n} }\nt { n = 1, m = ${o.p} }", "z = 2, o.p = 2, t.m = 2, t.n = 1")]
    public void What_is_inside_a_field_sees_what_the_field_is_in_the_end(string text, string values) =>
        Assert.All(values.Split(", "), value => Assert.Equal(value, $"{value[..^4]} = {Reading.At(text, value[..^4].Split('.'))}"));

    [Theory]
    [InlineData("a = { b = 0 }\na = { b = 1 } ${a}", "a : { b : 0 }")]
    [InlineData("a = { x = 2 }\na = { x = 3 } ${a} { z = 1 }", "a : { x : 2 z : 1 }")]
    [InlineData("a = { x = 2 }\na = { x = 3 } { y = 3 } ${a} { z = 1 }", "a : { x : 2 y : 3 z : 1 }")]
    [InlineData("a = { x = 2 }\nb = { x = 3, y = 3 }\na = ${b} ${a} {}", "a : { x : 2 y : 3 } b : { x : 3 y : 3 }")]
    [InlineData("o { a = { x = 2 } }\no { a = { x = 3 } ${o.a} }", "o : { a : { x : 2 } }")]
    [InlineData("a = { x = 2 }\na = { x = ${a.y}, y = 3 } ${a}\na.y = 4", "a : { x : 2 y : 4 }")]
    public void A_field_that_is_part_of_its_own_value_is_what_it_was_before_all_of_that(string text, string expected) =>
        Assert.Equal(expected, Reading.Print(text));

    [Theory]
    [InlineData("b { k = 1 }\na = ${b.k}\nb { k = ${a} }", "1")]
    [InlineData("b { k = 1 }\nb { k = ${a.l} }\na.l = ${b.k}", "1")]
    [InlineData("b = ${c} { k = ${a.k} }\na = ${b}\nc { k = 1 }", "1")]
    public void A_field_that_leads_back_to_itself_by_another_sees_what_it_was_before(string text, string value) =>
        Assert.Equal(value, Reading.At(text, "b", "k"));
}
