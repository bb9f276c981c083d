using Akka.Configuration;
using RemoteGuard.Limits;

namespace RemoteGuard.Tests.Limits;

/// <summary>The settings below akka.remote.guard.</summary>
public sealed class GuardSettingsTests
{
    [Fact]
    public void Without_any_nothing_of_the_program_is_let_in_and_both_sides_may_connect()
    {
        var settings = GuardSettings.Read(Config.Empty);

        Assert.Empty(settings.Serializers);
        Assert.Empty(settings.Paths);
        Assert.True(settings.Connects && settings.Accepts);
        Assert.Equal((32 << 20, 128 << 20), settings.UnreadOutput);
    }

    [Fact]
    public void Each_may_be_set()
    {
        var settings = Read("""
            serializers = [17, 4200], paths = ["/user/room", "/user/a/b"], connects = off, accepts = off,
            connections = 9, connections-per-address = 8, half-open = 7, half-open-per-address = 6, handshakes-per-second = 5,
            unread-output = 1 MiB, unread-output-of-all = 2 MiB, unprocessed-input = 3 MiB, unprocessed-input-of-all = 4 MiB,
            remembered-peers = 4, known-references = 3
            """);

        Assert.Equal([17, 4200], settings.Serializers.Order());
        Assert.Equal(["user/a/b", "user/room"], settings.Paths.Order(StringComparer.Ordinal));
        Assert.False(settings.Connects || settings.Accepts);
        Assert.Equal((9, 8, 7, 6, 5), (settings.Connections, settings.ConnectionsPerAddress, settings.HalfOpen, settings.HalfOpenPerAddress, settings.HandshakesPerSecond));
        Assert.Equal((1 << 20, 2 << 20, 3 << 20, 4 << 20), (settings.UnreadOutput.PerPeer, settings.UnreadOutput.All, settings.UnprocessedInput.PerPeer, settings.UnprocessedInput.All));
        Assert.Equal((4, 3), (settings.RememberedPeers, settings.KnownReferences));
    }

    [Theory]
    [InlineData("serializers = [1]", "serializers: 1 is one of Akka's own serializers")]
    [InlineData("serializers = [json]", "serializers: ")]
    [InlineData("paths = [\"/system/x\"]", "paths: /system/x is no path of an actor below /user, such as /user/room")]
    [InlineData("paths = [\"/user/*/..\"]", "paths: ")]
    [InlineData("paths = [\"/user/a#5\"]", "paths: ")]
    [InlineData("paths = [\"user/a\"]", "paths: ")]
    [InlineData("connections = 0", "connections: must be a whole number of at least 1")]
    [InlineData("connections = many", "connections: ")]
    [InlineData("unread-output = much", "unread-output: ")]
    [InlineData("connects = perhaps", "connects: ")]
    [InlineData("conects = off", "conects: is not known here; known are accepts, connections, ")]
    public void A_mistake_is_told_with_its_name(string text, string error) =>
        Assert.StartsWith($"akka.remote.guard.{error}", Assert.Throws<ConfigurationException>(() => Read(text)).Message, StringComparison.Ordinal);

    private static GuardSettings Read(string text) => GuardSettings.Read(ConfigurationFactory.ParseString($"akka.remote.guard {{\n{text}\n}}"));
}
