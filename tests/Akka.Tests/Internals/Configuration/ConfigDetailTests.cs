using Akka.Configuration;

namespace Akka.Tests.Internals.Configuration;

// What is ours alone: the texts of errors, and the order of entries.
public class ConfigDetailTests
{
    [Fact]
    public void A_text_that_is_no_HOCON_is_an_error_that_says_where()
    {
        var error = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString("a {\n  b = [1\n}"));

        Assert.Equal("Line 3, column 1: expected a value, found '}'", error.Message);
    }

    [Theory]
    [InlineData("a = x", "a must be a whole number of 32 bits, but is \"x\"")]
    [InlineData("a { b = 1 }", "a must be a string, but is an object")]
    public void A_value_of_another_kind_is_an_error_that_names_its_path(string text, string message) =>
        Assert.Equal(message, Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString(text).GetInt("a")).Message);

    [Fact]
    public void Entries_come_in_the_order_of_the_text_and_then_of_the_fallback()
    {
        var config = ConfigurationFactory.ParseString("z = 1, \"a.b\" = 2").WithFallback("m = 3, z = 4");

        Assert.Equal(["z", "a.b", "m"], config.AsEnumerable().Select(entry => entry.Key));
        Assert.Equal(["1", "2", "3"], config.AsEnumerable().Select(entry => entry.Value.GetString()));
    }

    [Fact]
    public void An_entry_is_a_config_if_it_is_an_object()
    {
        var entries = ConfigurationFactory.ParseString("a { b = 1 }, c = [x, y], d = null").AsEnumerable().Select(e => e.Value).ToList();

        Assert.Equal(1, entries[0].AsConfig()!.GetInt("b"));
        Assert.Null(entries[1].AsConfig());
        Assert.Equal(["x", "y"], entries[1].GetArray().Select(item => item.GetString()));
        Assert.Null(entries[2].GetString());
    }

    [Fact]
    public void Null_is_as_if_it_were_missing()
    {
        var config = ConfigurationFactory.ParseString("a = null").WithFallback("a = 1");

        Assert.False(config.HasPath("a"));
        Assert.Equal(7, config.GetInt("a", 7));
        Assert.Null(config.GetString("a"));
        Assert.Empty(config.GetStringList("a"));
    }

    [Fact]
    public void A_part_that_is_missing_is_null() => Assert.Null(ConfigurationFactory.ParseString("a = 1").GetConfig("b"));

    [Fact]
    public void A_missing_duration_is_zero_and_a_missing_list_is_empty()
    {
        Assert.Equal(TimeSpan.Zero, Config.Empty.GetTimeSpan("a"));
        Assert.Empty(Config.Empty.GetIntList("a"));
        Assert.Equal(["x"], Config.Empty.GetStringList("a", ["x"]));
    }

    [Fact]
    public void An_empty_text_is_an_empty_config() => Assert.True(ConfigurationFactory.ParseString(" # nothing\n").IsEmpty);

    [Fact]
    public void An_array_is_no_config() =>
        Assert.Equal(
            "Line 2, column 2: expected an object, found an array",
            Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString("# mine\n [1]")).Message);

    [Fact]
    public void A_resource_that_is_missing_is_an_error_that_names_it()
    {
        var error = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.FromResource("no.conf", typeof(Config).Assembly));

        Assert.Equal("Akka has no embedded resource no.conf", error.Message);
    }

    [Fact]
    public void A_config_prints_as_HOCON_with_its_fallback_or_without()
    {
        var config = ConfigurationFactory.ParseString("a { b = 1 }").WithFallback("a.c = x, d = on");

        Assert.Equal("a : {\n  b : 1\n}", config.ToString());
        Assert.Equal("a : {\n  b : 1\n  c : \"x\"\n}\nd : \"on\"", config.ToString(includeFallback: true));
    }

    [Fact]
    public void A_value_that_is_no_object_hides_a_part_of_the_fallback()
    {
        var config = ConfigurationFactory.ParseString("a = 1").WithFallback("a { b = 2 }");

        Assert.Null(config.GetConfig("a"));
        Assert.False(config.HasPath("a.b"));
    }
}
