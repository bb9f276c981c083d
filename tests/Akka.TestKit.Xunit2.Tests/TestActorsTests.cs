using Akka.TestKit.TestActors;

namespace Akka.TestKit.Xunit2.Tests;

public sealed class TestActorsTests : PatientTestKit
{
    [Fact]
    public void EchoActor_tells_the_test_and_the_sender()
    {
        var probe = CreateTestProbe();

        probe.Send(Sys.ActorOf(EchoActor.Props(this)), "hello");

        probe.ExpectMsg("hello");
        ExpectMsgFrom(probe.Ref, "hello");
    }

    [Fact]
    public void SimpleEchoActor_tells_the_sender_only()
    {
        var probe = CreateTestProbe();

        probe.Send(Sys.ActorOf(SimpleEchoActor.Props()), "hello");

        probe.ExpectMsg("hello");
        ExpectNoMsg(50);
    }

    [Fact]
    public void ForwardActor_keeps_the_sender()
    {
        var probe = CreateTestProbe();

        probe.Send(Sys.ActorOf(ForwardActor.Props(TestActor)), "hello");

        ExpectMsgFrom(probe.Ref, "hello");
    }

    [Fact]
    public void BlackHoleActor_answers_nothing()
    {
        Sys.ActorOf(BlackHoleActor.Props).Tell("hello");

        ExpectNoMsg(50);
    }

    [Fact]
    public void UnhandledMessageActor_handles_nothing()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));

        Sys.ActorOf(Props.Create(() => new UnhandledMessageActor())).Tell("hello");

        Assert.Equal("hello", ExpectMsg<UnhandledMessage>().Message);
    }
}
