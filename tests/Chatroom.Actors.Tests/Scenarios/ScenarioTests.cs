namespace Chatroom.Actors.Tests;

public sealed class ScenarioTests
{
    private static readonly Scenario Scenario = new("test", [], Catalogue.Empty);

    [Theory]
    [InlineData(nameof(CloseReason.Completed))]
    [InlineData(nameof(CloseReason.TextSaid))]
    [InlineData(nameof(CloseReason.TimeUp))]
    [InlineData(nameof(CloseReason.TooFew))]
    public void A_room_that_closed_by_its_rules_should_have(string reason) => Assert.Equal(Parse(reason), Scenario.WantedReason(Parse(reason)));

    [Theory]
    [InlineData(nameof(CloseReason.JoinTimeout))]
    [InlineData(nameof(CloseReason.Abandoned))]
    [InlineData(nameof(CloseReason.Stopped))]
    [InlineData(null)]
    public void A_room_that_closed_otherwise_or_not_at_all_should_have_completed(string? reason) =>
        Assert.Equal(CloseReason.Completed, Scenario.WantedReason(reason is null ? null : Parse(reason)));

    [Fact]
    public void A_room_should_close_as_its_scenario_expects()
    {
        var stopped = Scenario with { Expect = new Expectation { Reason = CloseReason.Stopped } };

        Assert.Equal(CloseReason.Stopped, stopped.WantedReason(CloseReason.TimeUp));
    }

    private static CloseReason Parse(string reason) => Enum.Parse<CloseReason>(reason);
}
