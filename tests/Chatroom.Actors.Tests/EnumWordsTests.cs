namespace Chatroom.Actors.Tests;

public sealed class EnumWordsTests
{
    // What scenarios, transcripts and digests hold. No word ever changes, whatever the members are called.
    private static readonly (SpeakingOrder, string)[] Orders = [(SpeakingOrder.Arrival, "arrival"), (SpeakingOrder.Roster, "roster")];

    private static readonly (SuggestionSource, string)[] Sources =
        [(SuggestionSource.Script, "script"), (SuggestionSource.Catalogue, "catalogue"), (SuggestionSource.Counter, "counter")];

    private static readonly (RefusalReason, string)[] Refusals =
    [
        (RefusalReason.NameTaken, "name-taken"), (RefusalReason.RoomFull, "room-full"), (RefusalReason.RoomClosed, "room-closed"),
        (RefusalReason.UnknownName, "unknown-name"), (RefusalReason.OtherRoom, "other-room"), (RefusalReason.UnknownRoom, "unknown-room"),
    ];

    private static readonly (Leaving, string)[] Leavings = [(Leaving.Bye, "bye"), (Leaving.Crashed, "crashed"), (Leaving.Stopped, "stopped")];

    private static readonly (Verdict, string)[] Verdicts =
    [
        (Verdict.Answered, "answered"), (Verdict.Late, "late"), (Verdict.Silent, "silent"), (Verdict.Crashed, "crashed"), (Verdict.Left, "left"),
    ];

    private static readonly (CloseReason, string)[] Reasons =
    [
        (CloseReason.Completed, "completed"), (CloseReason.JoinTimeout, "join-timeout"), (CloseReason.Abandoned, "abandoned"), (CloseReason.Stopped, "stopped"),
        (CloseReason.TextSaid, "text-said"), (CloseReason.TimeUp, "time-up"), (CloseReason.TooFew, "too-few"),
    ];

    private static readonly (Stance, string)[] Stances =
        [(Stance.Keen, "keen"), (Stance.Willing, "willing"), (Stance.Declining, "declining"), (Stance.Countering, "countering")];

    [Fact]
    public void The_words_are_pinned()
    {
        ArePinned(Orders);
        ArePinned(Sources);
        ArePinned(Refusals);
        ArePinned(Leavings);
        ArePinned(Verdicts);
        ArePinned(Reasons);
        ArePinned(Stances);
    }

    [Fact]
    public void A_word_that_nobody_knows_is_none()
    {
        Assert.False(EnumWords.TryParse<Leaving>("Bye", out _));
        Assert.False(EnumWords.TryParse<Leaving>(null, out _));
    }

    [Fact]
    public void All_words_are_told_in_their_order()
    {
        Assert.Equal("bye, crashed, stopped", EnumWords.All<Leaving>());
    }

    private static void ArePinned<T>((T Member, string Word)[] pins) where T : struct, Enum
    {
        Kinds.AllMembersAmong(pins.Select(pin => pin.Member));
        Assert.All(pins, pin => Assert.Equal(pin.Word, EnumWords.Of(pin.Member)));
        Assert.All(pins, pin => Assert.True(EnumWords.TryParse<T>(pin.Word, out var member) && member.Equals(pin.Member)));
    }
}
