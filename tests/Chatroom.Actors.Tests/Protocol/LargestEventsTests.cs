using System.Globalization;
using Google.Protobuf;

namespace Chatroom.Actors.Tests;

/// <summary>What the limits let in comes out again over the wire: an event that nobody can read would cost everybody all the others, too.</summary>
public sealed class LargestEventsTests
{
    private static readonly string LongText = new('x', ChatText.MaxText);

    // The most names that a roster may have, of as many bytes as they may have together.
    private static readonly ValueList<string> LongRoster = Enumerable.Range(0, WireEvents.MaxRoster)
        .Select(at => at.ToString(CultureInfo.InvariantCulture).PadLeft(WireEvents.MaxRosterBytes / WireEvents.MaxRoster, 'x')).ToValueList();

    private static readonly string LongName = new('y', ChatText.MaxName);

    private static readonly RoomEvent[] Events =
    [
        new Opened(int.MaxValue, long.MaxValue, LongName, LongText, long.MaxValue, LongRoster, 1000),
        new Joined(int.MaxValue, long.MaxValue, LongName, LongText),
        new Returned(int.MaxValue, long.MaxValue, LongName, LongText),
        .. Refusals(),
        new Suggested(int.MaxValue, long.MaxValue, 1000, LongestQuestion()),
        new Said(int.MaxValue, long.MaxValue, 1000, LongName, LongText, true),
        new Left(int.MaxValue, long.MaxValue, LongName, Leaving.Crashed),
        new RoundClosed(int.MaxValue, long.MaxValue, 1000, LongRoster.Select(name => new ParticipantVerdict(name, Verdict.Answered)).ToValueList()) { Stop = CloseReason.TooFew },
        new Closed(int.MaxValue, long.MaxValue, CloseReason.Completed),
    ];

    public static TheoryData<int> Places => new(Enumerable.Range(0, Events.Length));

    [Theory]
    [MemberData(nameof(Places))]
    public void The_largest_event_that_there_may_be_comes_over_the_wire(int place)
    {
        var bytes = WireEvents.ToWire(Events[place]).ToByteArray();

        Assert.InRange(bytes.Length, 1, ChatroomSerializer.MaxBytes);
        Assert.Equal(Events[place], WireEvents.FromWire(Wire.Event.Parser.ParseFrom(bytes)));
    }

    [Fact]
    public void Every_event_is_among_these()
    {
        var all = typeof(RoomEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RoomEvent)));

        Assert.Equal(all.Select(type => type.Name).Order(StringComparer.Ordinal), Events.Select(one => one.GetType().Name).Distinct().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<RoomEvent> Refusals()
    {
        var state = new RoomState(new RoomSettings(), LongRoster);
        return Enum.GetValues<RefusalReason>().Select(reason => Room.Refuse(state, LongName, reason, LongRoster, LongText, 9));
    }

    private static Suggestion LongestQuestion()
    {
        var question = string.Concat(Enumerable.Repeat("{what}", ChatText.MaxText / "{what}".Length));
        return Placeholders.Ask(new Suggestion(LongText, LongText, LongText, ""), question);
    }
}
