namespace Chatroom.Actors.Tests;

internal static class Sample
{
    public static readonly TranscriptHeader Header = new("test", "abc", 7, ["Marija", "Felix"],
        new RoomSettings { Order = SpeakingOrder.Roster, ReplyTimeout = TimeSpan.FromMilliseconds(1500), Quorum = 3, StopText = "basta", StopAfter = TimeSpan.FromSeconds(9), StopBelow = 2 }, "0.1.0");

    /// <summary>One of each event, and odd characters in what is said.</summary>
    public static readonly RoomEvent[] Events =
    [
        new Opened(1, 0, "chatroom", "test", 7, ["Marija", "Felix"], 1),
        new Joined(2, 10, "Marija", "127.0.0.1:61308"),
        new Refused(3, 11, "Marija", RefusalReason.NameTaken, "Bot Marija is taken.", "127.0.0.1:61309"),
        new Refused(4, 12, null, RefusalReason.RoomFull, "Full.", "127.0.0.1:61310"),
        new Joined(5, 20, "Felix", "127.0.0.1:61311"),
        new Suggested(6, 20, 1, new Suggestion("chill", "party", null, "Let's party guys!!")),
        new Said(7, 30, 1, "Felix", "\"quoted\", {braced}, hash\":\"x\"}, på øya 🎉", false),
        new RoundClosed(8, 1520, 1, [new ParticipantVerdict("Marija", Verdict.Silent), new ParticipantVerdict("Felix", Verdict.Answered)]),
        new Said(9, 1530, 1, "Marija", "I can't join!", true),
        new Left(10, 1540, "Felix", Leaving.Bye),
        new Left(11, 1550, "Marija", Leaving.Crashed),
        new Closed(12, 1550, CloseReason.Completed),
    ];

    public static string Text(IEnumerable<RoomEvent> events)
    {
        using var text = new StringWriter();
        var writer = new TranscriptWriter(text, Header);
        foreach (var happened in events)
        {
            writer.Write(happened);
        }
        return text.ToString();
    }

    public static Result<Transcript> Read(string text) => ReadIntact(text).Whole();

    public static IntactLines ReadIntact(string text) => TranscriptReader.ReadIntact(System.Text.Encoding.UTF8.GetBytes(text), "chat.jsonl");
}
