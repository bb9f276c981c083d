namespace Chatroom.Actors;

/// <content>What it hears from the room, and what it asks for again.</content>
public sealed partial class BotActor
{
    private DateTimeOffset _heardAt;

    // A relay hands on messages of any room.
    private bool IsFromTheRoom => _isIn && Sender.Equals(_room);

    private void OnMissed(ChatroomProtocol.Missed missed)
    {
        foreach (var happened in missed.Events)
        {
            OnHappened(happened);
        }
    }

    private void OnHappened(RoomEvent happened)
    {
        _unanswered = TimeSpan.Zero;
        switch (_memory.Heard.Take(happened.N))
        {
            case HeardEvents.Step.AskForMissing when _settings.Relay is not null && happened is Said said && said.Name == _memory.Welcome!.Name:
                // The room answers a repeated answer directly, ahead of what the relay still has to hand on.
                HearOwn(said);
                break;
            case HeardEvents.Step.AskForMissing:
                SayJoin();
                break;
            case HeardEvents.Step.Next:
                _heardAt = Now;
                _news(new BotNews.Heard(happened));
                _mind.Inform(happened);
                React(happened);
                break;
        }
    }

    private void React(RoomEvent happened)
    {
        switch (happened)
        {
            case Suggested suggested:
                OnSuggested(suggested);
                break;
            case Said said when said.Name == _memory.Welcome!.Name:
                HearOwn(said);
                break;
            case Left left when left.Name == _memory.Welcome!.Name && left.N > _memory.Welcome.JoinedAt:
                // A bot that hears that it crashed is alive: the room's node took its node for dead. With a ticket it returns from another.
                End(left.How == Leaving.Crashed && _settings.Ticket is not null ? new BotNews.RoomLost() : new BotNews.Ended(left.How));
                break;
            case Closed:
                End(new BotNews.Ended(null));
                break;
        }
    }

    private void HearOwn(Said said)
    {
        _memory.Answers.Hear(said.Round);
        if (_memory.Answers.AllHeard)
        {
            Timers.Cancel(AnswerTimer);
        }
    }

    /// <summary>While it hears something it need not ask; a bot that lags behind would be told again what is already on its way.</summary>
    private void CheckIfQuiet()
    {
        var quiet = Now - _heardAt;
        if (_isIn && quiet < _settings.CheckEvery)
        {
            Timers.StartPeriodicTimer(JoinTimer, new SayAgain(JoinTimer), _settings.CheckEvery - quiet, _settings.CheckEvery);
        }
        else
        {
            SayJoin();
        }
    }
}
