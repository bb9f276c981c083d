using Akka.Actor;
using Akka.Event;
using Akka.Remote.Wire;

namespace Akka.Remote.Tests.Internals.Hostile;

/// <summary>The node is made to connect to many who never answer.</summary>
public sealed class UnansweredTests() : HostileTest("akka.remote { handshake-timeout = 1 h, limits.half-open-connections = 10 }")
{
    [Fact]
    public async Task The_oldest_makes_room_and_who_answers_is_heard_at_once()
    {
        using var silent = new RawListener();
        var letters = Recorder.Start(Node, "letters");
        Node.EventStream.Subscribe(letters.Ref, typeof(DeadLetter));
        for (var i = 0; i < 60; i++)
            Tell(silent.Self.WithSystem($"Made-up-{i}"), "lost");

        for (var i = 0; i < 50; i++)
            Assert.Equal("lost", (await letters.Next<DeadLetter>()).Message);
        Assert.False(letters.HasMore);

        using var listener = new RawListener();
        Tell(listener.Self, "heard");
        using var good = await listener.Accept();
        Assert.NotNull(await good.Read());
        await good.SendFrame(Pdu.Associate(listener.Self, 1));

        Assert.Equal("heard", (await NextEnvelope(good)).Message.Message.ToStringUtf8());
    }

    private void Tell(Address to, string text) => ((ExtendedActorSystem)Node).Provider.ResolveActorRef(to + "/user/theirs").Tell(text, ActorRefs.NoSender);
}
