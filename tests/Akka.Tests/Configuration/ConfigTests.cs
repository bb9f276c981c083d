using Akka.Configuration;

namespace Akka.Tests.Configuration;

public class ConfigTests
{
    private static readonly Config Sample = ConfigurationFactory.ParseString("""
        akka {
          # a comment
          loglevel = INFO
          actor.provider = remote
          actor {
            serialization-bindings { "System.Byte[]" = bytes }
            deployment { "/user/a.b" { mailbox = m } }
          }
          remote.dot-netty.tcp {
            port = 8080, hostname = "127.0.0.1"
            send-buffer-size = 256000b
            maximum-frame-size = 64k
            timeout = 15 s
            backoff = 500ms
            never = infinite
            log = on
            threshold = 0.5
            enabled = ["a", "b"]
          }
        }
        """);

    [Fact]
    public void A_value_is_read_by_its_path() => Assert.Equal("INFO", Sample.GetString("akka.loglevel"));

    [Fact]
    public void A_dotted_key_and_a_nested_object_are_the_same()
    {
        Assert.Equal("remote", Sample.GetString("akka.actor.provider"));
        Assert.Equal(8080, Sample.GetConfig("akka.remote")!.GetInt("dot-netty.tcp.port"));
    }

    [Theory]
    [InlineData("akka.actor.serialization-bindings.\"System.Byte[]\"", "bytes")]
    [InlineData("akka.actor.deployment.\"/user/a.b\".mailbox", "m")]
    public void A_key_with_special_characters_is_quoted_in_a_path(string path, string value) =>
        Assert.Equal(value, Sample.GetString(path));

    [Fact]
    public void Numbers_are_read_as_the_type_asked_for()
    {
        const string path = "akka.remote.dot-netty.tcp.port";
        Assert.Equal(8080, Sample.GetInt(path));
        Assert.Equal(8080L, Sample.GetLong(path));
        Assert.Equal(0.5, Sample.GetDouble("akka.remote.dot-netty.tcp.threshold"));
        Assert.Equal(0.5f, Sample.GetFloat("akka.remote.dot-netty.tcp.threshold"));
        Assert.Equal(0.5m, Sample.GetDecimal("akka.remote.dot-netty.tcp.threshold"));
    }

    [Theory]
    [InlineData("on", true)]
    [InlineData("off", false)]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void A_boolean_is_on_or_off_true_or_false(string text, bool value) =>
        Assert.Equal(value, ConfigurationFactory.ParseString($"a = {text}").GetBoolean("a", !value));

    [Theory]
    [InlineData("15 s", 15_000)]
    [InlineData("15s", 15_000)]
    [InlineData("500ms", 500)]
    [InlineData("5m", 300_000)]
    [InlineData("2 h", 7_200_000)]
    [InlineData("1d", 86_400_000)]
    [InlineData("250", 250)]
    public void A_duration_has_a_unit_or_is_in_milliseconds(string text, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), ConfigurationFactory.ParseString($"a = {text}").GetTimeSpan("a"));

    [Fact]
    public void An_infinite_duration_is_the_infinite_time_span() =>
        Assert.Equal(Timeout.InfiniteTimeSpan, Sample.GetTimeSpan("akka.remote.dot-netty.tcp.never"));

    [Theory]
    [InlineData("256000b", 256_000)]
    [InlineData("64k", 65_536)]
    [InlineData("1MiB", 1_048_576)]
    [InlineData("10kB", 10_000)]
    [InlineData("77", 77)]
    public void A_size_has_a_unit_or_is_in_bytes(string text, long bytes) =>
        Assert.Equal(bytes, ConfigurationFactory.ParseString($"a = {text}").GetByteSize("a"));

    [Fact]
    public void A_list_is_read_in_order() =>
        Assert.Equal(["a", "b"], Sample.GetStringList("akka.remote.dot-netty.tcp.enabled"));

    [Fact]
    public void A_list_is_read_as_the_type_asked_for()
    {
        var config = ConfigurationFactory.ParseString("whole = [1, 2], part = [1.5, 2], flags = [on, false]");

        Assert.Equal([1, 2], config.GetIntList("whole"));
        Assert.Equal([1L, 2L], config.GetLongList("whole"));
        Assert.Equal([(byte)1, (byte)2], config.GetByteList("whole"));
        Assert.Equal([1.5, 2.0], config.GetDoubleList("part"));
        Assert.Equal([1.5f, 2f], config.GetFloatList("part"));
        Assert.Equal([1.5m, 2m], config.GetDecimalList("part"));
        Assert.Equal([true, false], config.GetBooleanList("flags"));
    }

    [Fact]
    public void What_is_missing_gives_the_default()
    {
        Assert.Null(Sample.GetString("no.such"));
        Assert.Equal("x", Sample.GetString("no.such", "x"));
        Assert.Equal(0, Sample.GetInt("no.such"));
        Assert.Equal(7, Sample.GetInt("no.such", 7));
        Assert.False(Sample.GetBoolean("no.such"));
        Assert.True(Sample.GetBoolean("no.such", true));
        Assert.Equal(TimeSpan.FromSeconds(3), Sample.GetTimeSpan("no.such", TimeSpan.FromSeconds(3)));
        Assert.Null(Sample.GetByteSize("no.such"));
        Assert.Empty(Sample.GetStringList("no.such"));
    }

    [Fact]
    public void HasPath_tells_what_is_there()
    {
        Assert.True(Sample.HasPath("akka.remote.dot-netty"));
        Assert.True(Sample.HasPath("akka.loglevel"));
        Assert.False(Sample.HasPath("akka.loglevel.deeper"));
        Assert.False(Sample.HasPath("akka.stdout-loglevel"));
    }

    [Fact]
    public void A_string_becomes_a_config_by_itself()
    {
        Config config = "a = 1";

        Assert.Equal(1, config.GetInt("a"));
    }

    [Fact]
    public void An_empty_config_is_empty()
    {
        Assert.True(Config.Empty.IsEmpty);
        Assert.True(ConfigurationFactory.Empty.IsEmpty);
        Assert.False(Sample.IsEmpty);
    }

    [Fact]
    public void What_can_not_be_parsed_is_an_error() =>
        Assert.ThrowsAny<Exception>(() => ConfigurationFactory.ParseString("a = ${not-there}"));

    [Fact]
    public void The_defaults_are_embedded() => Assert.True(ConfigurationFactory.Default().HasPath("akka.loglevel"));
}
