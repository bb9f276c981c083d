namespace Akka.TestKit.Xunit2.Tests;

public sealed class AutoPilotTests : PatientTestKit
{
    [Fact]
    public void A_pilot_answers_and_the_message_still_comes()
    {
        var probe = CreateTestProbe();
        probe.SetAutoPilot(new DelegateAutoPilot((sender, message) =>
        {
            sender.Tell($"{message}!", ActorRefs.NoSender);
            return AutoPilot.KeepRunning;
        }));

        probe.Ref.Tell("a", TestActor);
        probe.Ref.Tell("b", TestActor);

        ExpectMsg("a!");
        ExpectMsg("b!");
        probe.ExpectMsg("a");
        probe.ExpectMsg("b");
    }

    [Fact]
    public void A_pilot_that_answers_NoAutoPilot_is_done()
    {
        var probe = CreateTestProbe();
        probe.SetAutoPilot(new DelegateAutoPilot((sender, message) =>
        {
            sender.Tell("once", ActorRefs.NoSender);
            return AutoPilot.NoAutoPilot;
        }));

        probe.Ref.Tell("a", TestActor);
        probe.Ref.Tell("b", TestActor);

        ExpectMsg("once");
        probe.ExpectMsg("a");
        probe.ExpectMsg("b");
        ExpectNoMsg(50);
    }

    [Fact]
    public void A_pilot_may_hand_over_to_another()
    {
        var probe = CreateTestProbe();
        var second = new DelegateAutoPilot((sender, _) =>
        {
            sender.Tell("second", ActorRefs.NoSender);
            return AutoPilot.KeepRunning;
        });
        probe.SetAutoPilot(new DelegateAutoPilot((sender, _) =>
        {
            sender.Tell("first", ActorRefs.NoSender);
            return second;
        }));

        foreach (var message in new object[] { 1, 2, 3 }) probe.Ref.Tell(message, TestActor);

        ExpectMsg("first");
        ExpectMsg("second");
        ExpectMsg("second");
    }
}
