using Akka.Actor;
using Akka.Event;
using Akka.Remote.Proto;
using Akka.Tests.Actor.Scheduler;

namespace Akka.Remote.Tests.Internals;

/// <summary>What strangers and slow peers may cost: <c>akka.remote.limits</c>.</summary>
public sealed class LimitTests : IAsyncLifetime
{
    private readonly Nodes _nodes = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Fact]
    public async Task Of_too_many_who_do_not_say_who_they_are_the_one_who_waits_longest_goes()
    {
        var node = Start("limits.half-open-connections = 3");
        var strangers = new List<RawPeer>();
        try
        {
            for (var i = 0; i < 3; i++)
                strangers.Add(RawPeer.Connect(node));
            using var good = RawPeer.Connect(node);

            Assert.Equal(CommandType.Associate, (await good.Associate(uid: 1))!.Instruction.CommandType);

            // Each more is one too many, as the good one was when it came.
            while (strangers.Count < 10)
                strangers.Add(RawPeer.Connect(node));
            foreach (var gone in strangers.Take(7))
                await End(gone);
        }
        finally
        {
            strangers.ForEach(stranger => stranger.Dispose());
        }
    }

    [Fact]
    public async Task The_first_words_of_a_stranger_may_not_be_long()
    {
        var node = Start("");
        using var stranger = RawPeer.Connect(node);

        await stranger.Send([0, 32, 0, 0, .. new byte[8192]]);

        Assert.Null(await stranger.Read());
    }

    [Fact]
    public async Task Peers_that_left_only_numbers_behind_are_forgotten_when_there_are_too_many()
    {
        var node = Start("limits.remembered-peers = 10, retry-gate-closed-for = 1 h");
        var remoting = (Remoting)((RemoteActorRefProvider)((ExtendedActorSystem)node).Provider).Transport;

        for (var port = 1; port <= 40; port++)
        {
            using var peer = RawPeer.Connect(node);
            Assert.Equal(CommandType.Associate, (await peer.Associate(RawPeer.Self.WithPort(port), uid: 1))!.Instruction.CommandType);
            await peer.SendFrame(RawPeer.Message(Nodes.AddressOf(node) + "/user/nobody", "number 0", seq: 0));
            Assert.Equal(0UL, Wire.Pdu.ReadPayload((await peer.ReadPastHeartbeats())!.Payload).Ack.CumulativeAck);
            peer.EndSending();
            await End(peer);
        }

        // Those whose end is only just being noticed come on top.
        Assert.InRange(remoting.AssociationCount, 1, 15);
    }

    [Fact]
    public async Task What_a_slow_peer_lets_wait_beyond_the_limit_goes_to_dead_letters_and_is_counted_in_the_log()
    {
        var node = _nodes.Start("Node", $$"""
            akka { loglevel = WARNING, scheduler.implementation = "{{typeof(HandScheduler).AssemblyQualifiedName}}" }
            akka.remote { limits.send-queue-messages = 10, flush-wait-on-shutdown = 0 }
            """);
        var letters = Listen(node, typeof(DeadLetter));
        var warnings = Listen(node, typeof(Warning));
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        var theirs = ((ExtendedActorSystem)node).Provider.ResolveActorRef($"akka.tcp://Silent@{silent.LocalEndpoint}/user/theirs");

        for (var number = 0; number < 15; number++)
            theirs.Tell(number, ActorRefs.NoSender);

        for (var number = 10; number < 15; number++)
            Assert.Equal(number, (await letters.Next<DeadLetter>()).Message);
        Assert.Contains("come faster than they go: 10 wait", (await warnings.Next<Warning>()).Message!.ToString(), StringComparison.Ordinal);
        Assert.False(warnings.HasMore);
        ((HandScheduler)node.Scheduler).Advance(TimeSpan.FromSeconds(10));
        Assert.StartsWith("4 more messages", (await warnings.Next<Warning>()).Message!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_is_limited_in_bytes_too()
    {
        var node = Start("limits.send-queue-bytes = 1 MiB, flush-wait-on-shutdown = 0");
        var letters = Listen(node, typeof(DeadLetter));
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        var theirs = ((ExtendedActorSystem)node).Provider.ResolveActorRef($"akka.tcp://Silent@{silent.LocalEndpoint}/user/theirs");

        for (var number = 0; number < 11; number++)
            theirs.Tell(new string((char)('a' + number), 100_000), ActorRefs.NoSender);

        Assert.StartsWith("k", (string)(await letters.Next<DeadLetter>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_for_all_peers_together_is_limited_too()
    {
        var node = Start("limits.all-send-queues-bytes = 1 MiB, flush-wait-on-shutdown = 0");
        var letters = Listen(node, typeof(DeadLetter));
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();

        for (var number = 0; number < 11; number++)
        {
            var theirs = ((ExtendedActorSystem)node).Provider.ResolveActorRef($"akka.tcp://Silent{number}@{silent.LocalEndpoint}/user/theirs");
            theirs.Tell(new string((char)('a' + number), 100_000), ActorRefs.NoSender);
        }

        Assert.StartsWith("k", (string)(await letters.Next<DeadLetter>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_no_longer_makes_room_for_other_peers()
    {
        var node = Start("limits.all-send-queues-bytes = 1 MiB, flush-wait-on-shutdown = 0");
        var letters = Listen(node, typeof(DeadLetter));
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        var nobody = ((ExtendedActorSystem)node).Provider.ResolveActorRef($"akka.tcp://Nobody@127.0.0.1:{_nodes.FreePort()}/user/theirs");
        var theirs = ((ExtendedActorSystem)node).Provider.ResolveActorRef($"akka.tcp://Silent@{silent.LocalEndpoint}/user/theirs");

        for (var number = 0; number < 10; number++)
            nobody.Tell(new string('n', 100_000), ActorRefs.NoSender);
        for (var number = 0; number < 10; number++)
            await letters.Next<DeadLetter>();

        for (var number = 0; number < 10; number++)
            theirs.Tell(new string('t', 100_000), ActorRefs.NoSender);
        theirs.Tell(new string('z', 100_000), ActorRefs.NoSender);
        Assert.StartsWith("z", (string)(await letters.Next<DeadLetter>()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[trttl, gremlin]")]
    public async Task What_a_full_connection_refused_goes_as_soon_as_there_is_room(string adapters)
    {
        var adapted = $"dot-netty.tcp.applied-adapters = {adapters}";
        var node = Start($"backoff-interval = 1 h, {adapted}");
        var other = _nodes.Start("Other", $"akka.remote.{adapted}");
        var recorder = Recorder.Start(other, "recorder");
        var theirs = ((ExtendedActorSystem)node).Provider.ResolveActorRef(Nodes.AddressOf(other) + "/user/recorder");
        var message = new string('m', 100_000);

        for (var number = 0; number < 300; number++)
            theirs.Tell(message, ActorRefs.NoSender);

        for (var number = 0; number < 300; number++)
            Assert.Equal(message, await recorder.Next<string>());
    }

    private ActorSystem Start(string remote) => _nodes.Start("Node", $"akka.remote {{ system-message-ack-piggyback-timeout = 10 ms, {remote} }}");

    private static Recorder Listen(ActorSystem node, Type type)
    {
        var recorder = Recorder.Start(node, "listens-for-" + type.Name);
        node.EventStream.Subscribe(recorder.Ref, type);
        return recorder;
    }

    private static async Task End(RawPeer peer)
    {
        while (await peer.Read() is not null)
        {
        }
    }
}
