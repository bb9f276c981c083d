using Akka.Actor;
using Akka.Event;

namespace Akka.Remote.Tests;

/// <summary>The longest message that goes, and what becomes of a longer one.</summary>
public sealed class FrameSizeTests : IAsyncLifetime
{
    private readonly Nodes _nodes = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Fact]
    public async Task A_message_of_127_kB_passes_and_one_of_129_kB_is_one_error_at_the_sender_and_nothing_else()
    {
        var a = _nodes.Start("A", "akka { loglevel = ERROR, loggers = [] }");
        var b = _nodes.Start("B");
        b.ActorOf(Props.Create<EchoActor>(), "echo");
        var errors = Listen(a, typeof(Error));
        var events = Listen(a, typeof(RemotingLifecycleEvent));
        var recorder = Recorder.Start(a, "recorder");
        var echo = await Nodes.Resolve(a, b, "/user/echo");

        foreach (var size in new[] { 127_000, 129_000, 127_001 })
            echo.Tell(Bytes(size), recorder.Ref);

        Assert.Equal(Bytes(127_000), await recorder.Next<byte[]>());
        Assert.Equal(Bytes(127_001), await recorder.Next<byte[]>());
        var error = await errors.Next<Error>();
        Assert.Contains("128000", $"{error.Message} {error.Cause?.Message}", StringComparison.Ordinal);
        Assert.False(errors.HasMore);
        await events.Next<AssociatedEvent>();
        Assert.False(events.HasMore);
    }

    [Fact]
    public async Task With_the_limit_raised_to_8_MB_on_both_sides_7_MB_pass_both_ways()
    {
        const string EightMegabytes = "akka.remote.dot-netty.tcp.maximum-frame-size = 8000000b";
        var a = _nodes.Start("A", EightMegabytes);
        var b = _nodes.Start("B", EightMegabytes);
        b.ActorOf(Props.Create<EchoActor>(), "echo");
        var recorder = Recorder.Start(a, "recorder");
        var echo = await Nodes.Resolve(a, b, "/user/echo");

        echo.Tell(Bytes(7_000_000), recorder.Ref);

        Assert.Equal(Bytes(7_000_000), await recorder.Next<byte[]>());
    }

    private static Recorder Listen(ActorSystem system, Type what)
    {
        var recorder = Recorder.Start(system, what.Name);
        system.EventStream.Subscribe(recorder.Ref, what);
        return recorder;
    }

    private static byte[] Bytes(int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        return bytes;
    }
}
