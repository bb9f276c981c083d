namespace Chatroom.Actors.Tests;

public sealed class WireEnumsTests
{
    // What older nodes send and read. No number ever changes, whatever the members are called.
    [Fact]
    public void The_numbers_are_pinned()
    {
        ArePinned(WireEnums.RefusalReasons,
        [
            (RefusalReason.NameTaken, 1), (RefusalReason.RoomFull, 2), (RefusalReason.RoomClosed, 3),
            (RefusalReason.UnknownName, 4), (RefusalReason.OtherRoom, 5), (RefusalReason.UnknownRoom, 6),
        ]);
        ArePinned(WireEnums.Leavings, [(Leaving.Bye, 1), (Leaving.Crashed, 2), (Leaving.Stopped, 3)]);
        ArePinned(WireEnums.Verdicts, [(Verdict.Answered, 1), (Verdict.Late, 2), (Verdict.Silent, 3), (Verdict.Crashed, 4), (Verdict.Left, 5)]);
        ArePinned(WireEnums.CloseReasons,
        [
            (CloseReason.Completed, 1), (CloseReason.JoinTimeout, 2), (CloseReason.Abandoned, 3), (CloseReason.Stopped, 4),
            (CloseReason.TextSaid, 5), (CloseReason.TimeUp, 6), (CloseReason.TooFew, 7),
        ]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void A_number_that_nobody_knows_is_refused(int number)
    {
        Assert.Equal($"Leaving has no {number}", Assert.Throws<FormatException>(() => WireEnums.Leavings.FromWire((Wire.Leaving)number)).Message);
    }

    private static void ArePinned<T, TWire>(WireEnum<T, TWire> known, (T Member, int Number)[] pins) where T : struct, Enum where TWire : struct, Enum
    {
        Kinds.AllMembersAmong(pins.Select(pin => pin.Member));
        Assert.All(pins, pin => Assert.Equal(pin.Number, Convert.ToInt32(known.ToWire(pin.Member), null)));
        Assert.All(pins, pin => Assert.Equal(pin.Member, known.FromWire((TWire)Enum.ToObject(typeof(TWire), pin.Number))));
    }
}
