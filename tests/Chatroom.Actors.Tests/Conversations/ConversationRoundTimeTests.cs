using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors.Tests;

/// <summary>What a room tells those whom it welcomes about the time that they have for their answers.</summary>
public sealed class ConversationRoundTimeTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(4);
    private static readonly RoomSettings Settings = new() { Rounds = 2, ReplyTimeout = Timeout };

    private readonly Conversing _room = Conversing.Opened(Settings);

    [Fact]
    public void Who_comes_before_the_first_round_is_told_how_long_each_lasts()
    {
        _room.Join("m", "Marija", ticket: "of Marija");

        Assert.Equal(new RoundTime(Timeout, 0, TimeSpan.Zero), Told());
    }

    [Fact]
    public void Who_comes_last_has_the_whole_first_round()
    {
        Talk();

        Assert.Equal(new RoundTime(Timeout, 1, Timeout), Told());
    }

    [Fact]
    public void Who_comes_back_is_told_how_much_is_left_of_the_round()
    {
        Talk();
        _room.Time += TimeSpan.FromSeconds(3);

        ComeBack("new");

        Assert.Equal(new RoundTime(Timeout, 1, TimeSpan.FromSeconds(1)), Told());
    }

    [Fact]
    public void A_later_round_has_a_time_of_its_own()
    {
        Talk();
        _room.Time += TimeSpan.FromSeconds(3);
        _room.Answer("m");
        _room.Answer("f");
        _room.Time += TimeSpan.FromSeconds(2);

        ComeBack("new");

        Assert.Equal(new RoundTime(Timeout, 2, TimeSpan.FromSeconds(2)), Told());
    }

    [Fact]
    public void Nothing_is_left_when_all_rounds_are_over()
    {
        Talk();
        foreach (var round in new[] { 1, 2 })
        {
            _room.Answer("m", round: round);
            _room.Answer("f", round: round);
        }

        ComeBack("new");

        Assert.Equal(new RoundTime(Timeout, 2, TimeSpan.Zero), Told());
    }

    [Fact]
    public void A_round_that_everybody_was_away_from_has_its_time_once_more()
    {
        Talk();
        _room.Vanish("m");
        _room.Vanish("f");
        _room.Time += 2 * Timeout;
        _room.RunOut(new RoomCommand.ReplyTimeout(1));

        ComeBack("new");

        Assert.Equal(new RoundTime(Timeout, 1, Timeout), Told());
    }

    [Fact]
    public void A_round_of_a_room_that_was_resumed_has_its_time_anew()
    {
        Talk();
        var resumed = _room.Before(4);
        resumed.Time += TimeSpan.FromMinutes(1);
        resumed.Resume();
        resumed.Time += TimeSpan.FromSeconds(1);

        resumed.Join("new", "Felix", lastSeen: 4, ticket: "of Felix");

        Assert.Equal(new RoundTime(Timeout, 1, TimeSpan.FromSeconds(3)), ToldBy(resumed));
    }

    private void Talk()
    {
        _room.Join("m", "Marija", ticket: "of Marija");
        _room.Join("f", "Felix", ticket: "of Felix");
    }

    private void ComeBack(string connection) => _room.Join(connection, "Felix", lastSeen: 4, ticket: "of Felix");

    private RoundTime? Told() => ToldBy(_room);

    private static RoundTime? ToldBy(Conversing room) =>
        Assert.Single(room.Last.Effects.OfType<ConversationEffect.Tell>().Select(tell => tell.Message).OfType<Welcome>()).RoundTime;
}
