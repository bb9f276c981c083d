using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Configuration;
using Akka.Remote.Tests.Internals.Hostile;
using Akka.Remote.Transport;
using Listening = System.Threading.Tasks.TaskCompletionSource<(Akka.Actor.Address, System.Threading.Tasks.TaskCompletionSource<Akka.Remote.Transport.IAssociationEventListener>)>;

namespace Akka.Remote.Tests.Internals;

/// <summary>A start that takes longer than it may, for the first of two transports.</summary>
public sealed class SlowStartTests : IAsyncLifetime
{
    private readonly Nodes _nodes = new();
    private readonly int _port = Nodes.FreePort();

    public Task InitializeAsync()
    {
        var error = Assert.Throws<RemoteTransportException>(() => _nodes.Start("A", $$"""
            akka.remote {
              startup-timeout = 100 ms
              enabled-transports = ["akka.remote.slow", "akka.remote.dot-netty.tcp"]
              slow.transport-class = "Akka.Remote.Tests.Internals.SlowStartTests+SlowTransport, Akka.Remote.Tests"
              dot-netty.tcp.port = {{_port}}
            }
            """));
        Assert.Equal("Remoting did not start within 0.1 s (akka.remote.startup-timeout)", error.Message);
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Fact]
    public async Task What_starts_later_keeps_no_port()
    {
        await GoOn(listening => listening.SetResult((new Address("slow", "A", "here", 1), new TaskCompletionSource<IAssociationEventListener>())));

        using var other = new TcpListener(IPAddress.Loopback, _port);
        other.Start();
    }

    [Fact]
    public async Task Nobody_need_look_at_why_it_fails_later()
    {
        await GoOn(listening => listening.SetException(new RemoteTransportException("not today")));

        Assert.Equal("", UnobservedExceptions.Take());
    }

    /// <summary>Lets the start go on, to its end: on a thread that has no context, what waits goes on at once.</summary>
    private static async Task GoOn(Action<Listening> with)
    {
        await Task.Run(() => with(SlowTransport.Last!.Listening));
        SlowTransport.Last = null;
    }

    public sealed class SlowTransport : Transport.Transport
    {
        public SlowTransport(ActorSystem system, Config config)
        {
            System = system;
            Config = config;
            SchemeIdentifier = "slow";
            MaximumPayloadBytes = 128_000;
            Last = this;
        }

        public static SlowTransport? Last { get; set; }

        public Listening Listening { get; } = new();

        public override Task<(Address, TaskCompletionSource<IAssociationEventListener>)> Listen() => Listening.Task;

        public override bool IsResponsibleFor(Address remote) => true;

        public override Task<AssociationHandle> Associate(Address remoteAddress) => throw new NotSupportedException();

        public override Task<bool> Shutdown() => Task.FromResult(true);
    }
}
