namespace Chatroom.Actors;

/// <summary>How long a room waits for the answer to a round, as far as a bot knows. Nobody knows it of an older room.</summary>
internal sealed class RoundDeadline
{
    private TimeSpan? _replyTimeout;

    // Of the last round that the bot knows of.
    private int _round;
    private DateTimeOffset _ends;

    /// <summary>Takes what the room says of it: at first, and whenever it answers the bot again.</summary>
    public void Take(ChatroomProtocol.RoundTime? told, DateTimeOffset now)
    {
        _replyTimeout = told?.ReplyTimeout;
        if (told is not null && told.Round >= _round)
        {
            (_round, _ends) = (told.Round, now + told.Left);
        }
    }

    /// <summary>Takes a suggestion; the room may have said before how much is left of its round.</summary>
    public void Take(Suggested suggested, DateTimeOffset now)
    {
        if (suggested.Round > _round && _replyTimeout is { } timeout)
        {
            (_round, _ends) = (suggested.Round, now + timeout);
        }
    }

    /// <summary>How much is left: nothing for a round that is over. A clock that was set makes no more of it than the room gives.</summary>
    public TimeSpan? LeftOf(int round, DateTimeOffset now) => _replyTimeout is { } timeout
        ? TimeSpan.FromTicks(round < _round ? 0 : Math.Clamp((_ends - now).Ticks, 0, timeout.Ticks))
        : null;
}
