namespace Chatroom.Actors.Tests;

public sealed class ConversationSeriesTests
{
    private static readonly ConversationSeries.End AllAsExpected = new(IsAsExpected: true);
    private static readonly ConversationSeries.End NotAllAsExpected = new(IsAsExpected: false);

    private static ConversationSeries.Step Next(ConversationSeries series, int number) => series.Next(number, isStopped: false);

    [Fact]
    public void There_are_as_many_conversations_as_were_wanted()
    {
        var series = new ConversationSeries(2, null);

        Assert.IsType<ConversationSeries.Begin>(Next(series, 1));
        Assert.IsType<ConversationSeries.Begin>(Next(series, 2));
        Assert.Equal(AllAsExpected, Next(series, 3));
    }

    [Fact]
    public void Without_a_number_there_is_always_one_more()
    {
        Assert.IsType<ConversationSeries.Begin>(Next(new ConversationSeries(null, null), int.MaxValue));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Nothing_begins_once_it_was_stopped(int number)
    {
        Assert.Equal(AllAsExpected, new ConversationSeries(null, null).Next(number, isStopped: true));
    }

    [Theory]
    [InlineData(CloseReason.Completed, true)]
    [InlineData(CloseReason.TextSaid, true)]
    [InlineData(CloseReason.TimeUp, true)]
    [InlineData(CloseReason.TooFew, true)]
    [InlineData(CloseReason.JoinTimeout, false)]
    [InlineData(CloseReason.Abandoned, false)]
    [InlineData(CloseReason.Stopped, false)]
    public void A_conversation_that_closed_by_its_rules_went_as_expected(CloseReason reason, bool isAsExpected)
    {
        var series = new ConversationSeries(1, null).After(reason, isTranscriptWhole: true);

        Assert.Equal(new ConversationSeries.End(isAsExpected), Next(series, 2));
        Assert.Equal(isAsExpected ? reason : CloseReason.Completed, series.Wanted(reason));
    }

    [Fact]
    public void A_reason_that_a_scenario_expects_is_the_only_one_as_expected()
    {
        var series = new ConversationSeries(1, CloseReason.JoinTimeout);

        Assert.Equal(AllAsExpected, Next(series.After(CloseReason.JoinTimeout, isTranscriptWhole: true), 2));
        Assert.Equal(NotAllAsExpected, Next(series.After(CloseReason.Completed, isTranscriptWhole: true), 2));
        Assert.Equal(CloseReason.JoinTimeout, series.Wanted(CloseReason.Completed));
    }

    [Fact]
    public void One_that_did_not_go_as_expected_is_not_made_good_by_those_after_it()
    {
        var series = new ConversationSeries(2, null).After(CloseReason.Stopped, isTranscriptWhole: true).After(CloseReason.Completed, isTranscriptWhole: true);

        Assert.Equal(NotAllAsExpected, Next(series, 3));
    }

    [Fact]
    public void One_whose_transcript_is_not_whole_did_not_go_as_expected()
    {
        var series = new ConversationSeries(2, null).After(CloseReason.Completed, isTranscriptWhole: false);

        Assert.IsType<ConversationSeries.Begin>(Next(series, 2));
        Assert.Equal(NotAllAsExpected, Next(series.After(CloseReason.Completed, isTranscriptWhole: true), 3));
    }
}
