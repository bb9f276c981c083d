using Akka.Actor;

namespace Chatroom.Actors;

/// <content>How it looks for its room, and what the room answers.</content>
public sealed partial class BotActor
{
    // A room answers each Join. When its node has lost track of this one, neither side may notice: signs of life go on, but what the
    // room says does not arrive, nor that it is gone.
    private static readonly TimeSpan SilenceLimit = TimeSpan.FromSeconds(15);

    private int _joins;
    private DateTimeOffset _lastJoin;
    private TimeSpan _unanswered;

    private void SayJoin()
    {
        var now = Now;
        if (now < _lastJoin || now - _lastJoin > _settings.RepeatEvery / 2)
        {
            (_joins, _lastJoin) = (_joins + 1, now);
            _unanswered += _isIn ? _settings.CheckEvery : _settings.RepeatEvery;
        }
        if (_room is not null && _unanswered > SilenceLimit)
        {
            End(new BotNews.RoomLost());
            return;
        }
        _target.Tell(
            new ChatroomProtocol.Join(_memory.Welcome?.Name ?? _settings.Name, _memory.Heard.Last, _settings.Ticket, _relay, _settings.Patience), Self);
    }

    // Each Join shows that this process ran at that time. When it was stopped, there were fewer than there should have been, and it looks
    // for longer. What a timer makes up for all at once counts as one.
    private void OnOutOfPatience()
    {
        const int Inexact = 2;
        if (_settings.PatienceToJoin - ((_joins + Inexact) * _settings.RepeatEvery) is { Ticks: > 0 } left)
        {
            Timers.StartSingleTimer(PatienceTimer, new OutOfPatience(), left);
        }
        else
        {
            End(new BotNews.NobodyThere());
        }
    }

    private void OnWelcome(ChatroomProtocol.Welcome welcome)
    {
        // A room that was resumed at the same address may answer before the bot misses the old one.
        var isAnotherActor = MeetTheRoom();
        var known = _memory.Welcome;
        _memory.Welcome = welcome;
        _memory.Deadline.Take(welcome.RoundTime, Now);
        _trace?.Name(Self, welcome.Name);
        if (_isIn && !isAnotherActor)
        {
            return;
        }
        Timers.StartPeriodicTimer(JoinTimer, new SayAgain(JoinTimer), _settings.CheckEvery);
        _news(known is null ? new BotNews.Welcomed(welcome.Name, welcome.Seed) : new BotNews.Returned());
        TakeUpAgain(thoughts: !_isIn);
        _isIn = true;
        if (_memory.IsLeaving)
        {
            Timers.StartPeriodicTimer(ByeTimer, new SayAgain(ByeTimer), _settings.RepeatEvery);
            _room!.Tell(new ChatroomProtocol.Bye());
        }
    }

    private void OnQueued()
    {
        MeetTheRoom();
        if (_memory.IsLeaving)
        {
            LeaveTheQueue();
        }
    }

    /// <summary>Notes the room; true if it is another actor than before.</summary>
    private bool MeetTheRoom()
    {
        Timers.Cancel(PatienceTimer);
        _unanswered = TimeSpan.Zero;
        if (Sender.Equals(_room))
        {
            return false;
        }
        _settings.OnAnswered?.Invoke();
        if (_room is not null)
        {
            Context.Unwatch(_room);
        }
        _room = Sender;
        Context.Watch(_room);
        _settings.Relay?.Tell(new RelayActor.Listen(_room));
        return true;
    }

    private void OnTurnedAway(ChatroomProtocol.TurnedAway away)
    {
        if (!_isIn || !Sender.Equals(_room))
        {
            End(new BotNews.TurnedAway(away.Reason, away.Text));
        }
    }
}
