using Akka.Configuration;

namespace Akka.Tests.Configuration;

public class ConfigFallbackTests
{
    private static readonly Config Top = ConfigurationFactory.ParseString("a { b = 1, c { d = top } }\nonly-top = yes");
    private static readonly Config Bottom = ConfigurationFactory.ParseString("a { b = 2, c { d = bottom, e = 5 } }\nonly-bottom = 9");

    [Fact]
    public void The_first_config_wins()
    {
        var config = Top.WithFallback(Bottom);

        Assert.Equal(1, config.GetInt("a.b"));
        Assert.Equal("top", config.GetString("a.c.d"));
    }

    [Fact]
    public void What_only_the_fallback_has_is_found()
    {
        var config = Top.WithFallback(Bottom);

        Assert.Equal(5, config.GetInt("a.c.e"));
        Assert.Equal(9, config.GetInt("only-bottom"));
        Assert.True(config.HasPath("a.c.e"));
    }

    [Fact]
    public void A_part_of_a_config_keeps_its_fallback()
    {
        var part = Top.WithFallback(Bottom).GetConfig("a.c")!;

        Assert.Equal("top", part.GetString("d"));
        Assert.Equal(5, part.GetInt("e"));
    }

    [Fact]
    public void A_part_that_only_the_fallback_has_is_found() =>
        Assert.Equal(5, Config.Empty.WithFallback(Bottom).GetConfig("a.c")!.GetInt("e"));

    [Fact]
    public void Fallbacks_are_asked_in_order()
    {
        var config = Top.WithFallback(Bottom).WithFallback(ConfigurationFactory.ParseString("a.c.e = 6, last = 1"));

        Assert.Equal(5, config.GetInt("a.c.e"));
        Assert.Equal(1, config.GetInt("last"));
    }

    [Fact]
    public void The_originals_do_not_change()
    {
        Top.WithFallback(Bottom);

        Assert.False(Top.HasPath("only-bottom"));
        Assert.Equal(2, Bottom.GetInt("a.b"));
    }

    [Fact]
    public void Without_one_of_the_two_the_other_is_used()
    {
        Assert.Equal(9, ((Config)null!).SafeWithFallback(Bottom).GetInt("only-bottom"));
        Assert.Equal(1, Top.SafeWithFallback(Config.Empty).GetInt("a.b"));
    }

    [Fact]
    public void Null_and_empty_are_alike_to_IsNullOrEmpty()
    {
        Assert.True(((Config)null!).IsNullOrEmpty());
        Assert.True(Config.Empty.IsNullOrEmpty());
        Assert.False(Top.IsNullOrEmpty());
    }
}
