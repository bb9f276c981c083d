using static Chatroom.Actors.Tests.RecordedReplayTests;

namespace Chatroom.Actors.Tests;

/// <summary>Bots that were turned away, played again from the transcript.</summary>
public sealed class RecordedRefusalTests
{
    [Fact]
    public async Task A_bot_whose_name_was_taken_by_one_that_went_before_it_came_in_is_refused_again()
    {
        var scenario = ScenarioFolder.Load("two-rounds");
        RoomEvent[] events =
        [
            new Opened(1, 0, scenario.Room.Name, scenario.Name, 1, scenario.Names, 2),
            new Refused(2, 1, scenario.Names[1], RefusalReason.NameTaken, "Bot Madelen is taken.", "local"),
            new Joined(3, 2, scenario.Names[0], "local"),
            new Left(4, 60_000, scenario.Names[0], Leaving.Stopped),
            new Closed(5, 60_000, CloseReason.JoinTimeout),
        ];

        var again = await RunRecorded(Record(scenario, events));

        Assert.Empty(again.Differences);
    }

    [Theory]
    [InlineData("José", "Jose\u0301")]
    [InlineData("Anna", "anna")]
    public async Task A_recorded_refusal_from_the_time_when_names_were_compared_as_typed_comes_out_again(string name, string wanted)
    {
        var scenario = ScenarioFolder.Load("default");
        scenario = scenario with
        {
            NamesAsTyped = true,
            Roster = [scenario.Roster[0] with { Name = name }, .. scenario.Roster.Skip(1)],
            Expect = null,
        };
        scenario = scenario with { Script = [new ScriptStep.RefusedJoin(wanted, RefusalReason.UnknownName), .. scenario.Names.Select(joiner => new ScriptStep.Join(joiner))] };

        await ComesOutOfItsTranscript(scenario);
    }
}
