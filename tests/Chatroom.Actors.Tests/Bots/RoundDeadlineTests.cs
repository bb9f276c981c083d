using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors.Tests;

public sealed class RoundDeadlineTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private readonly RoundDeadline _deadline = new();

    [Fact]
    public void A_round_lasts_from_its_suggestion_for_as_long_as_the_room_said()
    {
        Welcome(round: 0, left: 0);
        Hear(1, at: 5);

        Assert.Equal(30, LeftOf(1, at: 5));
        Assert.Equal(20, LeftOf(1, at: 15));
        Assert.Equal(0, LeftOf(1, at: 36));
    }

    [Fact]
    public void Of_a_round_that_is_open_already_as_much_is_left_as_the_room_said()
    {
        Welcome(round: 3, left: 12);
        Hear(3, at: 2);

        Assert.Equal(10, LeftOf(3, at: 2));
    }

    [Fact]
    public void Nothing_is_left_of_a_round_before_the_one_that_the_room_told_of()
    {
        Welcome(round: 3, left: 12);
        Hear(2, at: 0);

        Assert.Equal(0, LeftOf(2, at: 0));
        Assert.Equal(12, LeftOf(3, at: 0));
    }

    [Fact]
    public void A_round_is_over_when_the_next_is_suggested()
    {
        Welcome(round: 0, left: 0);
        Hear(1, at: 0);
        Hear(2, at: 4);

        Assert.Equal(0, LeftOf(1, at: 4));
        Assert.Equal(30, LeftOf(2, at: 4));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(30)]
    public void What_the_room_says_later_counts(int left)
    {
        Welcome(round: 0, left: 0);
        Hear(1, at: 0);

        Welcome(round: 1, left, at: 20);

        Assert.Equal(left, LeftOf(1, at: 20));
    }

    [Fact]
    public void What_the_room_said_before_the_next_suggestion_does_not_count()
    {
        Welcome(round: 0, left: 0);
        Hear(1, at: 0);
        Hear(2, at: 10);

        Welcome(round: 1, left: 1, at: 10);

        Assert.Equal(30, LeftOf(2, at: 10));
    }

    [Fact]
    public void An_older_room_does_not_say()
    {
        _deadline.Take((RoundTime?)null, Start);
        Hear(1, at: 0);

        Assert.Null(LeftOf(1, at: 0));
    }

    [Fact]
    public void A_clock_that_is_set_back_makes_it_no_longer()
    {
        Welcome(round: 0, left: 0);
        Hear(1, at: 0);

        Assert.Equal(30, LeftOf(1, at: -3600));
    }

    private void Welcome(int round, int left, int at = 0) =>
        _deadline.Take(new RoundTime(Timeout, round, TimeSpan.FromSeconds(left)), At(at));

    private void Hear(int round, int at) => _deadline.Take(new Suggested(3, 0, round, new Suggestion("chill", "party", null, "Party?")), At(at));

    private double? LeftOf(int round, int at) => _deadline.LeftOf(round, At(at))?.TotalSeconds;

    private static DateTimeOffset At(int seconds) => Start + TimeSpan.FromSeconds(seconds);
}
