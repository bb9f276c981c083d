namespace Akka.TestKit.Xunit2.Tests.Internals;

/// <summary>On a loaded machine the official Within may call this late.</summary>
public sealed class ExpectNoMsgWithinTests : PatientTestKit
{
    [Fact]
    public void Without_a_duration_it_waits_for_the_rest_of_Within_which_then_is_not_late() =>
        Within(TimeSpan.FromMilliseconds(100), () => ExpectNoMsg());
}
