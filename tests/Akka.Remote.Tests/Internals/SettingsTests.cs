using Akka.Actor;
using Akka.Configuration;

namespace Akka.Remote.Tests.Internals;

/// <summary>A setting that can't be stops the start, with its path, what it is and what is allowed, in one line.</summary>
public sealed class SettingsTests : IAsyncLifetime
{
    private readonly Nodes _nodes = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Theory]
    [InlineData("untrusted-mode = perhaps", "akka.remote.untrusted-mode' is 'perhaps'", "on or off")]
    [InlineData("trusted-selection-paths = 7", "akka.remote.trusted-selection-paths' is '7'", "a list of texts")]
    [InlineData("log-remote-lifecycle-events = loud", "akka.remote.log-remote-lifecycle-events' is 'loud'", "one of on, off")]
    [InlineData("log-buffer-size-exceeding = 0", "akka.remote.log-buffer-size-exceeding' is '0'", "1 or more")]
    [InlineData("shutdown-timeout = soon", "akka.remote.shutdown-timeout' is 'soon'", "a duration")]
    [InlineData("startup-timeout = 0", "akka.remote.startup-timeout' is '0'", "at least 1 ms")]
    [InlineData("handshake-timeout = infinite", "akka.remote.handshake-timeout' is 'infinite'", "a duration")]
    [InlineData("dot-netty.tcp.connection-timeout = 0 s", "akka.remote.dot-netty.tcp.connection-timeout' is '0 s'", "at least 1 ms")]
    [InlineData("retry-gate-closed-for = -1 s", "akka.remote.retry-gate-closed-for' is '-1 s'", "a duration")]
    [InlineData("backoff-interval = [1]", "akka.remote.backoff-interval' is a list or a section", "a duration")]
    [InlineData("quarantine-after-silence = 0", "akka.remote.quarantine-after-silence' is '0'", "a duration")]
    [InlineData("system-message-buffer-size = 2.5", "akka.remote.system-message-buffer-size' is '2.5'", "a whole number")]
    [InlineData("resend-limit = 0", "akka.remote.resend-limit' is '0'", "1 or more")]
    [InlineData("limits.half-open-connections = none", "akka.remote.limits.half-open-connections' is 'none'", "1 or more")]
    [InlineData("limits.send-queue-bytes = 1 kB", "akka.remote.limits.send-queue-bytes' is '1 kB'", "a size from 1048576")]
    [InlineData("limits.all-send-queues-bytes = much", "akka.remote.limits.all-send-queues-bytes' is 'much'", "a size from 1048576")]
    [InlineData("limits.all-early-bytes = 0", "akka.remote.limits.all-early-bytes' is '0'", "a size from 1048576")]
    [InlineData("limits.all-unacknowledged-bytes = none", "akka.remote.limits.all-unacknowledged-bytes' is 'none'", "a size from 1048576")]
    [InlineData("limits = off", "akka.remote.limits", "no section")]
    [InlineData("watch-failure-detector.threshold = 0", "akka.remote.watch-failure-detector.threshold' is '0'", "greater than 0")]
    [InlineData("watch-failure-detector.max-sample-size = 0", "akka.remote.watch-failure-detector.max-sample-size' is '0'", "1 or more")]
    [InlineData("watch-failure-detector.implementation-class = nobody", "akka.remote.watch-failure-detector.implementation-class' is 'nobody'", "the name of a class")]
    [InlineData("transport-failure-detector.heartbeat-interval = 0", "akka.remote.transport-failure-detector.heartbeat-interval' is '0'", "a duration")]
    public void It_is_told_by_its_path(string setting, string what, string allowed)
    {
        var error = Assert.ThrowsAny<AkkaException>(() => _nodes.Start("A", $"akka.remote {{ {setting} }}"));

        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.Contains(allowed, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void What_is_not_given_is_as_in_the_reference_configuration()
    {
        var settings = new RemoteSettings(RemoteConfig.Default());

        Assert.Equal(TimeSpan.FromSeconds(15), settings.HandshakeTimeout);
        Assert.Equal(TimeSpan.FromSeconds(5), settings.RetryGateClosedFor);
        Assert.Equal(TimeSpan.FromDays(2), settings.QuarantineSilentSystemTimeout);
        Assert.Equal(20_000, settings.SysMsgBufferSize);
    }

    [Fact]
    public void The_handshake_may_take_as_long_as_connecting_unless_it_has_a_timeout_of_its_own()
    {
        Assert.Equal(TimeSpan.FromSeconds(3), Read("akka.remote.dot-netty.tcp.connection-timeout = 3 s").HandshakeTimeout);
        Assert.Equal(TimeSpan.FromSeconds(7), Read("akka.remote.handshake-timeout = 7 s").HandshakeTimeout);
    }

    private static RemoteSettings Read(string settings) =>
        new(ConfigurationFactory.ParseString(settings).WithFallback(RemoteConfig.Default()));
}
