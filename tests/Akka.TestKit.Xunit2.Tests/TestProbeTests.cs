using Akka.TestKit.TestActors;

namespace Akka.TestKit.Xunit2.Tests;

public sealed class TestProbeTests : PatientTestKit
{
    [Fact]
    public void Each_probe_has_its_own_queue()
    {
        var probe = CreateTestProbe();
        var other = CreateTestProbe();

        probe.Ref.Tell("for the probe", TestActor);

        probe.ExpectMsg("for the probe");
        other.ExpectNoMsg(50);
        ExpectNoMsg(50);
    }

    [Fact]
    public void A_probe_is_the_sender_of_what_it_sends()
    {
        var probe = CreateTestProbe();

        probe.Send(TestActor, "hello");

        ExpectMsgFrom(probe.Ref, "hello");
    }

    [Fact]
    public void Reply_goes_to_the_sender_of_the_last_message()
    {
        var probe = CreateTestProbe();
        probe.Ref.Tell("question", TestActor);
        probe.ExpectMsg("question");

        probe.Reply("answer");

        Assert.Equal(TestActor, probe.Sender);
        ExpectMsgFrom(probe.Ref, "answer");
    }

    [Fact]
    public void Forward_keeps_the_sender()
    {
        var probe = CreateTestProbe();
        var target = CreateTestProbe();
        probe.Ref.Tell("hello", TestActor);
        probe.ExpectMsg("hello");

        probe.Forward(target.Ref);

        target.ExpectMsgFrom(TestActor, "hello");
    }

    [Fact]
    public void A_probe_can_be_passed_as_a_reference()
    {
        var probe = CreateTestProbe();
        var forwarder = Sys.ActorOf(ForwardActor.Props(probe));

        forwarder.Tell("hello", TestActor);

        probe.ExpectMsgFrom(TestActor, "hello");
    }

    [Fact]
    public void A_probe_lives_under_its_name_among_the_system_actors()
    {
        var probe = CreateTestProbe("watcher");

        Assert.Equal("/system/watcher", probe.Ref.Path.ToStringWithoutAddress());
    }

    [Fact]
    public void A_child_of_a_probe_has_it_as_its_parent()
    {
        var probe = CreateTestProbe();

        var child = probe.ChildActorOf(BlackHoleActor.Props, "child");

        Assert.Equal(probe.Ref.Path / "child", child.Path);
    }

    [Fact]
    public void A_failing_child_is_handled_by_the_strategy_it_was_created_with()
    {
        var probe = CreateTestProbe();
        var child = probe.ChildActorOf(Props.Create(() => new FailingActor()), SupervisorStrategy.StoppingStrategy);
        Watch(child);

        EventFilter.Exception<InvalidOperationException>().Mute(() =>
        {
            child.Tell("fail");
            ExpectTerminated(child);
        });
    }

    [Fact]
    public async Task A_probe_answers_an_Ask()
    {
        var probe = CreateTestProbe();
        var answer = probe.Ref.Ask<string>("question", TimeSpan.FromSeconds(10));
        probe.ExpectMsg("question");

        probe.Reply("answer");

        Assert.Equal("answer", await answer);
    }

    private sealed class FailingActor : ReceiveActor
    {
        public FailingActor() => ReceiveAny(_ => throw new InvalidOperationException("failed on purpose"));
    }
}
