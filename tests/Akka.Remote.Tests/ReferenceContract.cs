using Akka.Actor;
using Akka.Event;

namespace Akka.Remote.Tests;

/// <summary>References that cross the wire, as senders and inside messages.</summary>
public abstract class ReferenceContract(string transport) : TwoNodeContract(transport)
{
    [Fact]
    public async Task A_reference_that_went_around_is_the_same_actor()
    {
        var echo = await Nodes.Resolve(A, B, "/user/echo");

        var again = await echo.Ask<IActorRef>(echo, Recorder.Limit);

        Assert.Equal(echo, again);
        Assert.Equal(echo.Path.Uid, again.Path.Uid);
    }

    [Fact]
    public async Task A_reference_without_a_uid_reaches_who_is_there()
    {
        var recorder = Recorder.Start(A, "recorder");
        var echo = Resolve(A, Nodes.AddressOf(B) + "/user/echo");
        Assert.Equal(0, echo.Path.Uid);

        echo.Tell("hello", recorder.Ref);

        var answer = await recorder.NextReceived();
        Assert.Equal("hello", answer.Message);
        Assert.NotEqual(0, answer.Sender.Path.Uid);
    }

    [Fact]
    public async Task A_reference_without_a_uid_that_comes_home_is_the_local_actor()
    {
        var recorder = Recorder.Start(A, "recorder");
        B.ActorOf(Props.Create(() => new AnswerActor(Resolve(B, Nodes.AddressOf(A) + "/user/recorder"))), "answer");

        var home = await Nodes.Select(A, B, "/user/answer").Ask<IActorRef>("who?", Recorder.Limit);

        Assert.Equal(recorder.Ref, home);
        Assert.True(((IInternalActorRef)home).IsLocal);
    }

    [Fact]
    public async Task A_reference_inside_a_message_leads_to_a_third_node()
    {
        var c = Start("C");
        var atC = Recorder.Start(c, "recorder");
        var atB = Recorder.Start(B, "recorder");
        var withUid = await Nodes.Resolve(A, c, "/user/recorder");
        var without = Resolve(A, Nodes.AddressOf(c) + "/user/recorder");

        foreach (var reference in new[] { withUid, without })
        {
            (await Nodes.Resolve(A, B, "/user/recorder")).Tell(new Note("whom to tell", reference), ActorRefs.NoSender);
            (await atB.Next<Note>()).From!.Tell("from B", atB.Ref);

            var received = await atC.NextReceived();
            Assert.Equal("from B", received.Message);
            Assert.Equal(Nodes.AddressOf(B) + "/user/recorder", received.Sender.Path.ToString());
        }
    }

    [Fact]
    public async Task No_reference_is_none()
    {
        var echo = await Nodes.Resolve(A, B, "/user/echo");

        Assert.Null((await echo.Ask<Note>(new Note("nobody"), Recorder.Limit)).From);
    }

    [Fact]
    public async Task A_message_without_a_sender_comes_from_dead_letters()
    {
        var atB = Recorder.Start(B, "recorder");

        (await Nodes.Resolve(A, B, "/user/recorder")).Tell("hello", ActorRefs.NoSender);

        Assert.Equal(B.DeadLetters, (await atB.NextReceived()).Sender);
    }

    [Fact]
    public async Task Forwarding_keeps_the_sender_across_three_nodes()
    {
        var c = Start("C");
        c.ActorOf(Props.Create<EchoActor>(), "echo");
        var atA = Recorder.Start(A, "recorder");
        var remote = await Nodes.Resolve(B, c, "/user/echo");
        B.ActorOf(Props.Create(() => new ForwardActor(remote)), "forward");

        Nodes.Select(A, B, "/user/forward").Tell("around", atA.Ref);

        var answer = await atA.NextReceived();
        Assert.Equal("around", answer.Message);
        Assert.Equal(Nodes.AddressOf(c) + "/user/echo", answer.Sender.Path.ToString());
    }

    [Fact]
    public async Task A_message_for_an_actor_that_has_stopped_is_a_dead_letter_over_there()
    {
        var (mortal, letters) = (B.ActorOf(Props.Create<EchoActor>(), "mortal"), Letters(B));
        var remote = await Nodes.Resolve(A, B, "/user/mortal");
        await mortal.GracefulStop(Recorder.Limit);

        remote.Tell("too late", ActorRefs.NoSender);

        var letter = await letters.First<DeadLetter>(letter => letter.Message is "too late");
        Assert.Equal("/user/mortal", letter.Recipient.Path.ToStringWithoutAddress());
    }

    [Fact]
    public async Task A_reference_to_an_actor_that_has_stopped_does_not_reach_the_next_of_that_name()
    {
        var (first, letters) = (B.ActorOf(Props.Create<EchoActor>(), "mortal"), Letters(B));
        var remote = await Nodes.Resolve(A, B, "/user/mortal");
        await first.GracefulStop(Recorder.Limit);
        var second = await NextOfThatName(() => Recorder.Start(B, "mortal"));

        remote.Tell("for the first", ActorRefs.NoSender);
        Nodes.Select(A, B, "/user/mortal").Tell("for the second", ActorRefs.NoSender);

        await letters.First<DeadLetter>(letter => letter.Message is "for the first");
        Assert.Equal("for the second", await second.Next<string>());
    }

    [Fact]
    public async Task A_reference_to_an_actor_that_has_stopped_at_home_is_not_the_next_of_that_name()
    {
        var (first, letters) = (A.ActorOf(Props.Create<EchoActor>(), "mortal"), Letters(A));
        var echo = await Nodes.Resolve(A, B, "/user/echo");
        await first.GracefulStop(Recorder.Limit);
        var second = await NextOfThatName(() => Recorder.Start(A, "mortal"));

        var home = await echo.Ask<IActorRef>(first, Recorder.Limit);
        home.Tell("for the first", ActorRefs.NoSender);
        second.Ref.Tell("for the second", ActorRefs.NoSender);

        await letters.First<DeadLetter>(letter => letter.Message is "for the first");
        Assert.Equal("for the second", await second.Next<string>());
    }

    [Fact]
    public async Task Identify_of_a_reference_to_an_actor_that_has_stopped_finds_nobody()
    {
        var mortal = B.ActorOf(Props.Create<EchoActor>(), "mortal");
        var remote = await Nodes.Resolve(A, B, "/user/mortal");
        await mortal.GracefulStop(Recorder.Limit);
        await NextOfThatName(() => B.ActorOf(Props.Create<EchoActor>(), "mortal"));

        var identity = await remote.Ask<ActorIdentity>(new Identify("who"), Recorder.Limit);

        Assert.Equal("who", identity.MessageId);
        Assert.Null(identity.Subject);
    }

    private static IActorRef Resolve(ActorSystem system, string path) => ((ExtendedActorSystem)system).Provider.ResolveActorRef(path);

    /// <summary>A name is free a little after its actor has stopped.</summary>
    private static async Task<T> NextOfThatName<T>(Func<T> start)
    {
        using var limit = new CancellationTokenSource(Recorder.Limit);
        while (true)
        {
            try
            {
                return start();
            }
            catch (InvalidActorNameException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, limit.Token);
            }
        }
    }

    private static Recorder Letters(ActorSystem system)
    {
        var letters = Recorder.Start(system, "letters");
        system.EventStream.Subscribe(letters.Ref, typeof(DeadLetter));
        return letters;
    }
}

public sealed class TcpReferenceTests() : ReferenceContract(Nodes.Tcp);

public sealed class InMemoryReferenceTests() : ReferenceContract(InMemoryTransport.Settings);
