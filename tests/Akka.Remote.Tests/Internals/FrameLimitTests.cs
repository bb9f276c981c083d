using Akka.Actor;
using Akka.Remote.Wire;

namespace Akka.Remote.Tests.Internals;

public sealed class FrameLimitTests : IAsyncLifetime
{
    private readonly Nodes _nodes = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Fact]
    public async Task A_message_that_just_fits_goes_without_the_acknowledgement_that_is_due()
    {
        var node = _nodes.Start("Node", "akka.remote { system-message-ack-piggyback-timeout = 1 h, dot-netty.tcp.maximum-frame-size = 32000b }");
        using var peer = RawPeer.Connect(node);
        await peer.Associate(uid: 1);
        var remote = ((ExtendedActorSystem)node).Provider.ResolveActorRef(RawPeer.Self + "/user/theirs");

        // Its lengths take as many bytes as those of the message that fills the frame but for 5 bytes.
        const int probe = 20_000;
        remote.Tell(new string('x', probe), ActorRefs.NoSender);
        var fitting = probe + 31_995 - (await peer.ReadPastHeartbeats())!.CalculateSize();

        // From the first system message on an acknowledgement is due; that of the second one takes more than 5 bytes.
        var recorder = Recorder.Start(node, "recorder");
        for (var seq = 0UL; seq < 2; seq++)
            await peer.SendFrame(RawPeer.Message(Nodes.AddressOf(node) + "/user/nobody", "not quite a system message", seq));
        await peer.SendFrame(RawPeer.Message(Nodes.AddressOf(node) + "/user/recorder", "read"));
        await recorder.Next<string>();

        remote.Tell(new string('x', fitting), ActorRefs.NoSender);
        remote.Tell("end", ActorRefs.NoSender);

        var first = (await peer.ReadPastHeartbeats())!;
        Assert.Equal(31_995, first.CalculateSize());
        Assert.Null(Pdu.ReadPayload(first.Payload).Ack);
        Assert.Equal(1UL, Pdu.ReadPayload((await peer.ReadPastHeartbeats())!.Payload).Ack?.CumulativeAck);
    }
}
