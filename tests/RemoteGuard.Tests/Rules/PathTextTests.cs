using System.Text;
using RemoteGuard.Rules;

namespace RemoteGuard.Tests.Rules;

/// <summary>Paths that lead where they seem to.</summary>
public sealed class PathTextTests
{
    [Theory]
    [InlineData("user/room")]
    [InlineData("user/room#1307197902")]
    [InlineData("user/room#-5")]
    [InlineData("user/a/b/c")]
    [InlineData("user/$a")]
    [InlineData("temp/x~b")]
    [InlineData("user/New%20York")]
    [InlineData("user/a.b..c")]
    public void Plain(string path) => Assert.True(PathText.IsPlain(Encoding.UTF8.GetBytes(path)));

    [Theory]
    [InlineData("")]
    [InlineData("/user/room")]
    [InlineData("user/room/")]
    [InlineData("user//room")]
    [InlineData("user/..")]
    [InlineData("user/../system")]
    [InlineData("user/.")]
    [InlineData("user/%2e%2e/system")]
    [InlineData("user/a%2Fb")]
    [InlineData("user/a%5cb")]
    [InlineData("user/a%00b")]
    [InlineData("user/a%25b")]
    [InlineData("user/a%2")]
    [InlineData("user/a%zz")]
    [InlineData("user/a b")]
    [InlineData("user/a\\b")]
    [InlineData("user/ä")]
    [InlineData("user/room#")]
    [InlineData("user/room#x")]
    [InlineData("user/room#0")]
    [InlineData("user/room#-0")]
    [InlineData("user/room#+5")]
    [InlineData("user/room#05")]
    [InlineData("user/room#-05")]
    [InlineData("user/room#2147483648")]
    [InlineData("user/room# 5")]
    [InlineData("user/room#1#2")]
    [InlineData("user/room#1/../x")]
    [InlineData("#1")]
    public void Not_plain(string path) => Assert.False(PathText.IsPlain(Encoding.UTF8.GetBytes(path)));

    [Fact]
    public void Not_plain_when_it_is_endless() => Assert.False(PathText.IsPlain(Encoding.UTF8.GetBytes("user/" + new string('a', 2000))));
}
