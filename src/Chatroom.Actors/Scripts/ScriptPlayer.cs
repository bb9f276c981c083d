using System.Diagnostics;

namespace Chatroom.Actors;

/// <summary>
/// Plays a scenario's script on a stage: looks at what happens in the room, and does the next step when the previous one has had
/// its effect. If the script says nothing about a bot's joining, answering or leaving, the bot does that by itself.
/// Not safe for use by two threads at once; the stage may call back from inside a call.
/// </summary>
internal sealed partial class ScriptPlayer
{
    private readonly Scenario _scenario;
    private readonly IScriptStage _stage;
    private readonly ScriptRoles _roles;
    private readonly Queue<Action> _inbox = new();

    // The last round in which a bot was told to answer or to be silent.
    private readonly Dictionary<string, int> _told = new(StringComparer.Ordinal);

    // The last round that a bot let go by, with a step for it or without, until it is told to answer that round after all.
    private readonly Dictionary<string, int> _letGo = new(StringComparer.Ordinal);

    // Bots whose connection is cut: what they do has no effect to wait for.
    private readonly HashSet<string> _cut = new(StringComparer.Ordinal);

    private RoomState _state;
    private Func<RoomEvent, bool>? _effect;
    private (string Name, int Round)? _answering;
    private int _next;
    private int? _failed;
    private int? _waitingAt;
    private int? _waitedBefore;
    private TimeSpan _openedAt;
    private bool _busy;

    public ScriptPlayer(Scenario scenario, IScriptStage stage)
    {
        _scenario = scenario;
        _stage = stage;
        _roles = new ScriptRoles(scenario.Script);
        _state = new RoomState(scenario.Room, scenario.Names);
    }

    /// <summary>The first step that was not played, had another effect than it says, or has none yet, from 0; null if the script is through.</summary>
    public int? StuckAt => _failed ?? _waitingAt ?? (_effect is not null ? _next - 1
        : _next < _scenario.Script.Count && _scenario.Script.Skip(_next).Any(step => step.IsAction) ? _next
        : null);

    /// <summary>Tells of the next event of the room; the first one is Opened.</summary>
    public void Happened(RoomEvent happened) => Take(() => React(happened));

    /// <summary>Tells that a bot which was told to answer a round has nothing to say: that is the effect of its step.</summary>
    public void Silent(string name, int round) => Take(() =>
    {
        if (_answering == (name, round))
        {
            (_answering, _effect) = (null, null);
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
        _state = Room.Apply(_state, happened);
        switch (happened)
        {
            case Opened:
                _openedAt = _stage.Now;
                foreach (var name in _roles.UnscriptedJoins(_scenario.Names))
                {
                    _stage.Join(name, _roles.Of(name));
                }
                break;
            case RoundClosed closed:
                foreach (var its in closed.Verdicts.Where(its => its.Verdict is Verdict.Silent or Verdict.Late))
                {
                    _letGo[its.Name] = closed.Round;
                }
                break;
        }
        if (_effect is { } isEffect && isEffect(happened))
        {
            (_answering, _effect) = (null, null);
        }
    }

    private void PlayOn()
    {
        if (_state.Phase is RoomPhase.Unopened or RoomPhase.Closed)
        {
            return;
        }
        while (_effect is null && _waitingAt is null && _next < _scenario.Script.Count && MoveOf(_scenario.Script[_next]) is { IsReady: true } move)
        {
            if (_waitedBefore != _next && TimeBefore(_scenario.Script[_next]) is { } span && span > TimeSpan.Zero)
            {
                _waitedBefore = _next;
                Wait(span, _next);
            }
            else
            {
                _next++;
                move.Perform();
            }
        }
    }

    private TimeSpan? TimeBefore(ScriptStep step) => step.After ?? (step.At is { } at ? at - (_stage.Now - _openedAt) : null);

    private void Wait(TimeSpan span, int step)
    {
        _waitingAt = step;
        _stage.Wait(span, () => Take(() => _waitingAt = null));
    }

    private Move MoveOf(ScriptStep step) => step switch
    {
        ScriptStep.Join join => new(true, () => Join(join.Name)),
        ScriptStep.RefusedJoin join => new(HasHolder(join.Name), () => RefusedJoin(join)),
        ScriptStep.Answer { Late: true } late => new(
            !IsGone(late.Name) && RoundOf(late) is > 0 and var round && (round < _state.Round || !_state.RoundOpen), () => Answer(late)),
        ScriptStep.Answer answer => new(IsUntold(answer.Name), () => Answer(answer)),
        ScriptStep.Silent silent => new(IsUntold(silent.Name), () => _told[silent.Name] = _letGo[silent.Name] = _state.Round),
        ScriptStep.Leave leave => new(_state.Phase == RoomPhase.Closing && !IsGone(leave.Name), () => Leave(leave.Name)),
        ScriptStep.WalkOut leave => new(!IsGone(leave.Name), () => Leave(leave.Name)),
        ScriptStep.Crash crash => new(true, () => Crash(crash.Name)),
        ScriptStep.Disconnect disconnect => new(true, () => Disconnect(disconnect.Name)),
        ScriptStep.Reconnect reconnect => new(true, () => Reconnect(reconnect.Name)),
        ScriptStep.Wait wait => new(true, () => Wait(wait.Span, _next - 1)),
        ScriptStep.RoundOver over => new(over.Round < _state.Round || (over.Round == _state.Round && !_state.RoundOpen), () => { }),
        ScriptStep.Absent or ScriptStep.Stay => new(true, () => { }),
        _ => throw new UnreachableException($"Nobody knows how to play {step.GetType().Name}."),
    };

    // A bot that joins by itself must have its name before another bot wants it.
    private bool HasHolder(string? name) =>
        name is null || _roles.Joins(name) || _state.Phase != RoomPhase.Gathering || !_state.Missing.Contains(name);

    /// <summary>The round that an answer is for; 0 if a late one has no round yet.</summary>
    private int RoundOf(ScriptStep.Answer answer) => answer.Late ? answer.Round ?? _letGo.GetValueOrDefault(answer.Name) : _state.Round;

    /// <summary>A bot that is gone does nothing more; waiting for its step would be in vain.</summary>
    private bool IsGone(string name) => _state.Find(name) is { IsHere: false };

    private bool IsUntold(string name) => _state.RoundOpen && !IsGone(name) && _told.GetValueOrDefault(name) < _state.Round;

    private void Join(string name)
    {
        _effect = HasNoEffectYet(name) ? null : happened => IsAdmission(happened, name, refused: null);
        _stage.Join(name, _roles.Of(name));
    }

    private void RefusedJoin(ScriptStep.RefusedJoin join)
    {
        _effect = happened => IsAdmission(happened, join.Name, join.Refused);
        _stage.RefusedJoin(join.Name);
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
        // A late answer is awaited past the end of the open round, and it waits for nobody's turn.
        _effect = _cut.Contains(answer.Name) || (!answer.Late && HasNoEffectYet(answer.Name)) ? null : happened => happened switch
        {
            Said said => said.Name == answer.Name && said.Round == round,
            Left left => left.Name == answer.Name,
            _ => happened is RoundClosed && !answer.Late,
        };
        _answering = (answer.Name, round);
        _stage.Answer(answer.Name, round, answer.Text);
    }

    private void Leave(string name)
    {
        AwaitLeft(name);
        _stage.Leave(name);
    }

    private void Crash(string name)
    {
        _cut.Remove(name);
        if (_state.IsHere(name))
        {
            AwaitLeft(name);
        }
        _stage.Crash(name);
    }

    private void Disconnect(string name)
    {
        _cut.Add(name);
        _stage.Disconnect(name);
    }

    private void Reconnect(string name)
    {
        _cut.Remove(name);
        _stage.Reconnect(name);
    }

    /// <summary>A step in the present state: whether it can be done now, and what is done then.</summary>
    private readonly record struct Move(bool IsReady, Action Perform);
}
