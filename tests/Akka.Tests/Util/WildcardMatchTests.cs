using Akka.Util;

namespace Akka.Tests.Util;

public class WildcardMatchTests
{
    [Theory]
    [InlineData("abc", "abc", true)]
    [InlineData("abc", "a*", true)]
    [InlineData("abc", "*c", true)]
    [InlineData("abc", "a?c", true)]
    [InlineData("abc", "*", true)]
    [InlineData("abcbc", "a*bc", true)]
    [InlineData("abc", "ab", false)]
    [InlineData("abc", "b*", false)]
    [InlineData("abc", "a?", false)]
    public void Pattern_matches_or_not(string text, string pattern, bool expected) =>
        Assert.Equal(expected, text.Like(pattern));

    [Fact]
    public void Case_counts_if_asked_for()
    {
        Assert.True("ABC".Like("abc"));
        Assert.False("ABC".Like("abc", caseSensitive: true));
    }
}
