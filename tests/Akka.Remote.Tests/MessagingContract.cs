using Akka.Actor;

namespace Akka.Remote.Tests;

/// <summary>What two nodes can say to each other, whatever carries it.</summary>
public abstract class MessagingContract(string transport) : TwoNodeContract(transport)
{
    [Fact]
    public async Task A_message_to_a_selection_is_answered_and_the_answer_comes_from_a_remote_reference()
    {
        var recorder = Recorder.Start(A, "recorder");

        Nodes.Select(A, B, "/user/echo").Tell("hello", recorder.Ref);

        var answer = await recorder.NextReceived();
        Assert.Equal("hello", answer.Message);
        Assert.Equal(Nodes.AddressOf(B) + "/user/echo", answer.Sender.Path.ToString());
        Assert.False(((IInternalActorRef)answer.Sender).IsLocal);
    }

    [Fact]
    public async Task Messages_of_every_built_in_kind_arrive_as_they_were_sent()
    {
        var recorder = Recorder.Start(A, "recorder");
        var echo = await Nodes.Resolve(A, B, "/user/echo");
        object[] messages = ["text", "", "ø 日本 🙂", 7, int.MinValue, 7L, long.MaxValue];

        foreach (var message in messages)
            echo.Tell(message, recorder.Ref);

        foreach (var message in messages)
            Assert.Equal(message, await recorder.Next<object>());
    }

    [Fact]
    public async Task Bytes_arrive_as_they_were_sent()
    {
        var echo = await Nodes.Resolve(A, B, "/user/echo");

        Assert.Equal([1, 2, 3], await echo.Ask<byte[]>(new byte[] { 1, 2, 3 }, Recorder.Limit));
    }

    [Fact]
    public async Task A_message_with_a_serializer_of_its_own_arrives()
    {
        var echo = await Nodes.Resolve(A, B, "/user/echo");

        Assert.Equal(new Note("mine"), await echo.Ask<Note>(new Note("mine"), Recorder.Limit));
    }

    [Fact]
    public async Task A_reference_that_comes_home_is_the_local_actor_again()
    {
        var recorder = Recorder.Start(A, "recorder");
        var echo = await Nodes.Resolve(A, B, "/user/echo");

        echo.Tell(recorder.Ref, recorder.Ref);
        echo.Tell(new Note("carries one", recorder.Ref), recorder.Ref);

        Assert.Equal(recorder.Ref, await recorder.Next<IActorRef>());
        var carried = (await recorder.Next<Note>()).From;
        Assert.Equal(recorder.Ref, carried);
        Assert.True(((IInternalActorRef)carried!).IsLocal);
    }

    [Fact]
    public async Task Ask_is_answered() => Assert.Equal(42, await Nodes.Select(A, B, "/user/echo").Ask<int>(42, Recorder.Limit));

    [Fact]
    public async Task A_failure_arrives_as_an_exception_with_its_message()
    {
        var recorder = Recorder.Start(A, "recorder");

        Nodes.Select(A, B, "/user/echo").Tell("fail", recorder.Ref);

        Assert.Equal("no such thing", (await recorder.Next<Status.Failure>()).Cause.Message);
    }

    [Fact]
    public async Task Identify_gives_the_reference_with_its_uid()
    {
        var identity = await Nodes.Select(A, B, "/user/echo").Ask<ActorIdentity>(new Identify("who"), Recorder.Limit);

        Assert.Equal("who", identity.MessageId);
        Assert.Equal(Nodes.AddressOf(B) + "/user/echo", identity.Subject!.Path.ToString());
        Assert.NotEqual(0, identity.Subject.Path.Uid);
    }

    [Fact]
    public async Task Identify_without_a_message_id_is_answered_too()
    {
        var identity = await Nodes.Select(A, B, "/user/echo").Ask<ActorIdentity>(new Identify(null!), Recorder.Limit);

        Assert.Null(identity.MessageId);
        Assert.NotNull(identity.Subject);
    }

    [Fact]
    public async Task Identify_of_nobody_says_so()
    {
        var identity = await Nodes.Select(A, B, "/user/nobody").Ask<ActorIdentity>(new Identify(7), Recorder.Limit);

        Assert.Equal(7, identity.MessageId);
        Assert.Null(identity.Subject);
    }

    [Fact]
    public async Task Many_messages_arrive_in_order()
    {
        const int Count = 5000;
        var recorder = Recorder.Start(A, "recorder");
        var echo = await Nodes.Resolve(A, B, "/user/echo");

        for (var i = 0; i < Count; i++)
            echo.Tell(i, recorder.Ref);

        for (var i = 0; i < Count; i++)
            Assert.Equal(i, await recorder.Next<int>());
    }

    [Fact]
    public async Task Both_nodes_may_begin_at_once()
    {
        var atA = Recorder.Start(A, "recorder");
        var atB = Recorder.Start(B, "recorder");

        var toB = Nodes.Select(A, B, "/user/recorder");
        var toA = Nodes.Select(B, A, "/user/recorder");
        await Task.WhenAll(
            Task.Run(() => toB.Tell("to B", atA.Ref)),
            Task.Run(() => toA.Tell("to A", atB.Ref)));

        Assert.Equal("to B", await atB.Next<string>());
        Assert.Equal("to A", await atA.Next<string>());
        toB.Tell("again", atA.Ref);
        toA.Tell("again", atB.Ref);
        Assert.Equal("again", await atB.Next<string>());
        Assert.Equal("again", await atA.Next<string>());
    }

    [Fact]
    public async Task What_cannot_be_serialized_or_read_is_lost_and_the_rest_arrives()
    {
        var recorder = Recorder.Start(A, "recorder");
        var echo = await Nodes.Resolve(A, B, "/user/echo");

        echo.Tell(new Note("!"), recorder.Ref);
        echo.Tell(new Note("?"), recorder.Ref);
        echo.Tell("after", recorder.Ref);

        Assert.Equal("after", await recorder.Next<string>());
    }

    [Fact]
    public async Task PoisonPill_stops_an_actor_elsewhere()
    {
        var watcher = Recorder.Start(B, "watcher");
        var victim = B.ActorOf(Props.Create<EchoActor>(), "victim");
        await watcher.Ref.Ask<Recorder.Done>(new Recorder.Watch(victim), Recorder.Limit);

        (await Nodes.Resolve(A, B, "/user/victim")).Tell(PoisonPill.Instance, ActorRefs.NoSender);

        Assert.Equal(victim, (await watcher.Next<Terminated>()).ActorRef);
    }
}
