using Akka.Actor;
using Akka.Remote.Proto;

namespace Akka.Remote.Tests.Internals;

/// <summary>The last word on a connection, which says why it ends.</summary>
public sealed class GoodbyeTests : IAsyncLifetime
{
    private readonly Nodes _nodes = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Fact]
    public async Task It_is_said_though_stopping_waits_for_nothing()
    {
        var node = _nodes.Start("Node", "akka.remote.flush-wait-on-shutdown = 0");
        var remoting = ((RemoteActorRefProvider)((ExtendedActorSystem)node).Provider).Transport;

        for (var port = 1; port <= 10; port++)
        {
            var self = RawPeer.Self.WithPort(port);
            using var peer = RawPeer.Connect(node);
            Assert.NotNull(await peer.Associate(self, uid: 1));

            remoting.Quarantine(self, 1);

            Assert.Equal(CommandType.DisassociateQuarantined, (await peer.ReadPastHeartbeats())?.Instruction.CommandType);
        }
    }

    [Fact]
    public async Task All_that_was_said_before_is_read_by_one_who_goes_on_talking()
    {
        const int Messages = 200;
        var text = new string('m', 20_000);
        for (var round = 1; round <= 10; round++)
        {
            var node = _nodes.Start("Node", "akka.remote.flush-wait-on-shutdown = 25 s");
            using var peer = RawPeer.Connect(node);
            Assert.NotNull(await peer.Associate(uid: 1));
            var theirs = ((ExtendedActorSystem)node).Provider.ResolveActorRef(RawPeer.Self + "/user/theirs");
            var ended = false;
            var talking = Task.Run(async () =>
            {
                var chatter = RawPeer.Message(Nodes.AddressOf(node) + "/user/nobody", text);
                while (!Volatile.Read(ref ended))
                    await peer.SendFrame(chatter);
            });

            for (var number = 0; number < Messages; number++)
                theirs.Tell(text, ActorRefs.NoSender);
            var terminated = node.Terminate();

            for (var number = 0; number < Messages; number++)
                Assert.Equal(text, (await peer.NextEnvelope()).Message.Message.ToStringUtf8());
            Assert.Equal(CommandType.DisassociateShuttingDown, (await peer.ReadPastHeartbeats())?.Instruction.CommandType);
            Volatile.Write(ref ended, true);
            await talking;
            peer.Dispose();
            await terminated.WaitAsync(Recorder.Limit);
        }
    }
}
