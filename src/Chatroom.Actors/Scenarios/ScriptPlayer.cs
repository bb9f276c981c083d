namespace Chatroom.Actors;

/// <summary>
/// Plays a scenario's script on a stage: looks at what happens in the room and does the next step when the one before has had
/// its effect. Where the script says nothing of a bot's joining, answering or leaving, the bot does that by itself.
/// Not safe for use by two threads at once; the stage may call back from inside a call.
/// </summary>
internal sealed class ScriptPlayer
{
    private enum Deed { Join, Refusal, Answer, LateAnswer, Leave, Crash }

    private readonly Scenario _scenario;
    private readonly IScriptStage _stage;
    private readonly ScriptRoles _roles;
    private readonly Queue<Action> _inbox = new();

    // What must come of itself: while there is any, the room needs no push.
    private readonly HashSet<(Deed Deed, string Name)> _awaited = [];

    // What has reached the room and waits there for its turn.
    private readonly HashSet<(Deed Deed, string Name)> _held = [];

    // The last round in which a bot was told to answer or to be silent.
    private readonly Dictionary<string, int> _told = new(StringComparer.Ordinal);

    // The last round that a bot let go by, with a step for it or without, until it is told to answer that round after all.
    private readonly Dictionary<string, int> _letGo = new(StringComparer.Ordinal);

    private RoomState _state;
    private Func<RoomEvent, bool>? _effect;
    private int _next;
    private int? _failed;
    private bool _waiting;
    private bool _busy;
    private (RoomPhase Phase, int Round)? _pushed;

    public ScriptPlayer(Scenario scenario, IScriptStage stage)
    {
        _scenario = scenario;
        _stage = stage;
        _roles = new ScriptRoles(scenario.Script);
        _state = new RoomState(scenario.Room, scenario.Names);
    }

    /// <summary>The first step that was not played, or had another effect than it says, or none yet, from 0; null when the script is through.</summary>
    public int? StuckAt => _failed ?? (_effect is not null || _waiting ? _next - 1
        : _next < _scenario.Script.Count && _scenario.Script.Skip(_next).Any(ScriptRoles.IsDeed) ? _next
        : null);

    /// <summary>Tells of the next event of the room; the first one is Opened.</summary>
    public void Happened(RoomEvent happened) => Take(() => React(happened));

    /// <summary>Tells that what a bot did has reached the room and waits there for its turn.</summary>
    public void Held(RoomCommand command) => Take(() =>
    {
        (Deed, string)? deed = command switch
        {
            RoomCommand.Join { Name: { } name } => (Deed.Join, name),
            RoomCommand.Answer answer => (Deed.Answer, answer.Name),
            RoomCommand.Bye bye => (Deed.Leave, bye.Name),
            RoomCommand.Lost lost => (Deed.Crash, lost.Name),
            _ => null,
        };
        if (deed is { } known && _awaited.Remove(known))
        {
            _held.Add(known);
        }
    });

    private void Take(Action action)
    {
        _inbox.Enqueue(action);
        if (_busy)
        {
            return;
        }
        _busy = true;
        while (_inbox.TryDequeue(out var next))
        {
            next();
            PlayOn();
        }
        _busy = false;
    }

    private void React(RoomEvent happened)
    {
        var before = _state.Phase;
        _state = Room.Apply(_state, happened);
        switch (happened)
        {
            case Opened:
                foreach (var name in _scenario.Names.Where(name => !_roles.Joins(name)))
                {
                    Join(name);
                }
                break;
            case Joined joined:
                Forget(thing => thing == (Deed.Join, joined.Name));
                break;
            case Refused refused:
                // An intruder's refusal is not that of the bot whose name it wants.
                var wanted = refused.Name ?? "";
                var deed = _awaited.Contains((Deed.Refusal, wanted)) ? Deed.Refusal : Deed.Join;
                Forget(thing => thing == (deed, wanted));
                break;
            case Suggested:
                AwaitAll(Deed.Answer, name => !_roles.Answers(name));
                break;
            case Said said:
                Forget(thing => thing == (said.Late ? Deed.LateAnswer : Deed.Answer, said.Name));
                break;
            case Left left:
                Forget(thing => thing.Name == left.Name);
                break;
            case RoundClosed closed:
                Forget(thing => thing.Deed == Deed.Answer);
                foreach (var its in closed.Verdicts.Where(its => its.Verdict is Verdict.Silent or Verdict.Late))
                {
                    _letGo[its.Name] = closed.Round;
                }
                break;
            case Closed:
                Forget(_ => true);
                break;
        }
        if (before != RoomPhase.Closing && _state.Phase == RoomPhase.Closing)
        {
            AwaitAll(Deed.Leave, name => !_roles.Leaves(name));
        }
        if (_effect is { } isEffect && isEffect(happened))
        {
            _effect = null;
        }
    }

    private void Forget(Predicate<(Deed Deed, string Name)> which)
    {
        _awaited.RemoveWhere(which);
        _held.RemoveWhere(which);
    }

    private void AwaitAll(Deed deed, Func<string, bool> who) =>
        _awaited.UnionWith(_state.Present.Where(bot => who(bot.Name)).Select(bot => (deed, bot.Name)));

    private void PlayOn()
    {
        if (_state.Phase is RoomPhase.Unopened or RoomPhase.Closed)
        {
            return;
        }
        while (_effect is null && !_waiting && _next < _scenario.Script.Count && IsReady(_scenario.Script[_next]))
        {
            Perform(_scenario.Script[_next++]);
        }
        if (!_waiting && _awaited.Count == 0 && _inbox.Count == 0 && !RoomMovesOn && _pushed != (_state.Phase, _state.Round))
        {
            _pushed = (_state.Phase, _state.Round);
            _stage.Idle(_state.Phase switch
            {
                RoomPhase.Gathering => _scenario.Room.JoinTimeout,
                RoomPhase.Talking => _scenario.Room.ReplyTimeout,
                _ => _scenario.Room.ClosingTimeout,
            });
        }
    }

    /// <summary>True when the room needs nobody for its next event: it was decided with the last one and is on its way.</summary>
    private bool RoomMovesOn => _held.Any(held => _state.HasTurn(held.Name)) || _state.Phase switch
    {
        RoomPhase.Talking => !_state.RoundOpen || _state.Roster.All(_state.IsDoneWithRound),
        RoomPhase.Closing => !_state.Present.Any(),
        _ => false,
    };

    private bool IsReady(ScriptStep step) => step switch
    {
        // A bot that joins by itself has its name before somebody else wants it.
        ScriptStep.Intrude { Name: { } name } => _roles.Joins(name) || !_awaited.Contains((Deed.Join, name)),
        ScriptStep.Leave leave => _state.Phase == RoomPhase.Closing && !IsGone(leave.Name),
        ScriptStep.WalkOut leave => !IsGone(leave.Name),
        ScriptStep.Answer { Late: true } late => !IsGone(late.Name) && RoundOf(late) is > 0 and var round && (round < _state.Round || !_state.RoundOpen),
        ScriptStep.Answer answer => IsUntold(answer.Name),
        ScriptStep.Silent silent => IsUntold(silent.Name),
        _ => true,
    };

    /// <summary>The round that an answer is to; 0 when a late one has no round yet.</summary>
    private int RoundOf(ScriptStep.Answer answer) => answer.Late ? answer.Round ?? _letGo.GetValueOrDefault(answer.Name) : _state.Round;

    /// <summary>Who is gone does nothing more; a step that wants it to would be waited for in vain.</summary>
    private bool IsGone(string name) => _state.Find(name) is { IsHere: false };

    private bool IsUntold(string name) => _state.RoundOpen && !IsGone(name) && _told.GetValueOrDefault(name) < _state.Round;

    private void Perform(ScriptStep step)
    {
        switch (step)
        {
            case ScriptStep.Join join:
                Join(join.Name);
                AwaitEffect(join.Name, happened => IsDoor(happened, join.Name, refused: null));
                break;
            case ScriptStep.Intrude intrude:
                _awaited.Add((Deed.Refusal, intrude.Name ?? ""));
                _effect = happened => IsDoor(happened, intrude.Name, intrude.Refused);
                _stage.Intrude(intrude.Name);
                break;
            case ScriptStep.Answer answer:
                Answer(answer);
                break;
            case ScriptStep.Silent silent:
                _told[silent.Name] = _letGo[silent.Name] = _state.Round;
                break;
            case ScriptStep.Leave leave:
                Leave(leave.Name);
                break;
            case ScriptStep.WalkOut leave:
                Leave(leave.Name);
                break;
            case ScriptStep.Crash crash:
                Crash(crash.Name);
                break;
            case ScriptStep.Wait wait:
                _waiting = true;
                _stage.Wait(wait.Span, () => Take(() => _waiting = false));
                break;
        }
    }

    private void Join(string name)
    {
        _awaited.Add((Deed.Join, name));
        _stage.Join(name, _roles.Of(name));
    }

    private void Answer(ScriptStep.Answer answer)
    {
        var round = RoundOf(answer);
        if (answer.Late)
        {
            _letGo.Remove(answer.Name);
        }
        else
        {
            _told[answer.Name] = round;
        }
        // The end of the round that is open is no reason not to wait for an answer to an earlier one.
        _awaited.Add((answer.Late ? Deed.LateAnswer : Deed.Answer, answer.Name));
        AwaitEffect(answer.Name, happened => happened switch
        {
            Said said => said.Name == answer.Name && said.Round == round,
            Left left => left.Name == answer.Name,
            _ => happened is RoundClosed && !answer.Late,
        }, waitsForTurn: !answer.Late);
        _stage.Answer(answer.Name, round, answer.Text);
    }

    private void Leave(string name)
    {
        // Who goes before it came in was never there: nothing will be seen of it.
        if (!_held.Remove((Deed.Join, name)))
        {
            _awaited.Add((Deed.Leave, name));
            AwaitEffect(name, happened => happened is Left left && left.Name == name);
        }
        _stage.Leave(name);
    }

    private void Crash(string name)
    {
        _awaited.RemoveWhere(awaited => awaited.Name == name);
        if (_state.IsHere(name))
        {
            _awaited.Add((Deed.Crash, name));
            AwaitEffect(name, happened => happened is Left left && left.Name == name);
        }
        _stage.Crash(name);
    }

    /// <summary>With order = roster the effect of a bot whose turn has not come may need a later step, so nobody waits for it.</summary>
    private void AwaitEffect(string name, Func<RoomEvent, bool> isEffect, bool waitsForTurn = true) =>
        _effect = !waitsForTurn || _scenario.Room.Order == SpeakingOrder.Arrival || _state.HasTurn(name) ? isEffect : null;

    /// <summary>True when the one who came to the door was let in or refused; the step failed when it should have been otherwise.</summary>
    private bool IsDoor(RoomEvent happened, string? name, RefusalReason? refused)
    {
        RefusalReason? answer;
        switch (happened)
        {
            case Joined joined when joined.Name == name:
                answer = null;
                break;
            case Refused refusal when refusal.Name == name:
                answer = refusal.Reason;
                break;
            default:
                return false;
        }
        if (answer != refused)
        {
            _failed ??= _next - 1;
        }
        return true;
    }
}
