namespace Chatroom.Actors;

/// <summary>The members of enums and what they are on the wire.</summary>
internal static class WireEnums
{
    public static readonly WireEnum<RefusalReason, Wire.RefusalReason> RefusalReasons = new(
        (RefusalReason.NameTaken, Wire.RefusalReason.NameTaken),
        (RefusalReason.RoomFull, Wire.RefusalReason.RoomFull),
        (RefusalReason.RoomClosed, Wire.RefusalReason.RoomClosed),
        (RefusalReason.UnknownName, Wire.RefusalReason.UnknownName),
        (RefusalReason.OtherRoom, Wire.RefusalReason.OtherRoom),
        (RefusalReason.UnknownRoom, Wire.RefusalReason.UnknownRoom));

    public static readonly WireEnum<Leaving, Wire.Leaving> Leavings = new(
        (Leaving.Bye, Wire.Leaving.Bye),
        (Leaving.Crashed, Wire.Leaving.Crashed),
        (Leaving.Stopped, Wire.Leaving.Stopped));

    public static readonly WireEnum<Verdict, Wire.Verdict> Verdicts = new(
        (Verdict.Answered, Wire.Verdict.Answered),
        (Verdict.Late, Wire.Verdict.Late),
        (Verdict.Silent, Wire.Verdict.Silent),
        (Verdict.Crashed, Wire.Verdict.Crashed),
        (Verdict.Left, Wire.Verdict.Left));

    public static readonly WireEnum<CloseReason, Wire.CloseReason> CloseReasons = new(
        (CloseReason.Completed, Wire.CloseReason.Completed),
        (CloseReason.JoinTimeout, Wire.CloseReason.JoinTimeout),
        (CloseReason.Abandoned, Wire.CloseReason.Abandoned),
        (CloseReason.Stopped, Wire.CloseReason.Stopped),
        (CloseReason.TextSaid, Wire.CloseReason.TextSaid),
        (CloseReason.TimeUp, Wire.CloseReason.TimeUp),
        (CloseReason.TooFew, Wire.CloseReason.TooFew));
}
