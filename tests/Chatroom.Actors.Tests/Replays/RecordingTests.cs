namespace Chatroom.Actors.Tests;

public sealed class RecordingTests
{
    private static readonly TranscriptEnd End = new(CloseReason.Completed, 12, "");

    private static Result<Recording> Record(params RoomEvent[] events) => Recording.Of(new Transcript(Sample.Header, events.ToValueList(), End));

    [Fact]
    public void Every_event_is_played_or_told_why_not()
    {
        Kinds.AllAmong(Sample.OneOfEach);
        Assert.All(Sample.OneOfEach, happened => Assert.NotEqual(Record(happened).IsGood, Record(happened).Errors.Count > 0));
    }

    [Fact]
    public void A_bot_that_came_back_is_not_played()
    {
        Assert.Equal(["Felix lost its connection in it and came back, which cannot be played again"], Record(Sample.OneOfEach).Errors);
    }

    [Fact]
    public void An_event_that_was_forgotten_is_not_dropped()
    {
        Assert.Equal(["it holds an event of another kind (UnknownEvent), which cannot be played again"], Record([.. Sample.Events, new UnknownEvent()]).Errors);
    }

    [Fact]
    public void A_bye_after_the_last_round_waits_for_its_end_and_another_does_not()
    {
        var bye = new Left(10, 1540, "Felix", Leaving.Bye);
        var early = Sample.Events.TakeWhile(happened => happened is not Said).Append(bye);

        Assert.Contains(new ScriptStep.Leave("Felix"), Record(Sample.Events).Value!.Scenario.Script);
        Assert.Contains(new ScriptStep.WalkOut("Felix"), Record([.. early]).Value!.Scenario.Script);
    }
}
