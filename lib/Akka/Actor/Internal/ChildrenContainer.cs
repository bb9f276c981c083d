namespace Akka.Actor.Internal;

/// <summary>For what an actor waits until its last dying child is gone.</summary>
internal abstract record SuspendReason
{
    /// <summary>A child was stopped; the actor goes on meanwhile.</summary>
    internal sealed record UserRequest : SuspendReason;

    /// <summary>To restart.</summary>
    internal sealed record Recreation(Exception Cause) : SuspendReason;

    /// <summary>To be made for the first time, which failed before.</summary>
    internal sealed record Creation : SuspendReason;

    /// <summary>To stop.</summary>
    internal sealed record Termination : SuspendReason;

    public bool IsWaitingForChildren => this is Recreation or Creation;
}

/// <summary>
/// An actor's children by name, the names that are reserved, and who is dying. Safe to look at from any thread;
/// children of the guardians are made by any.
/// </summary>
internal sealed class ChildrenContainer
{
    private readonly Lock _gate = new();
    private SortedDictionary<string, ChildRestartStats?>? _children;
    private HashSet<IActorRef>? _dying;
    private SuspendReason? _reason;
    private bool _terminated;

    /// <summary>Whether the actor is neither stopping nor between two incarnations.</summary>
    public bool IsNormal
    {
        get
        {
            lock (_gate)
                return !_terminated && _reason is null or SuspendReason.UserRequest;
        }
    }

    /// <summary>Whether the actor is stopping or has stopped.</summary>
    public bool IsTerminating
    {
        get
        {
            lock (_gate)
                return _terminated || _reason is SuspendReason.Termination;
        }
    }

    public bool IsWaitingForChildren
    {
        get
        {
            lock (_gate)
                return _reason is { IsWaitingForChildren: true };
        }
    }

    /// <summary>Reserves a name.</summary>
    /// <exception cref="InvalidActorNameException">It is taken.</exception>
    /// <exception cref="InvalidOperationException">The actor is stopping.</exception>
    public void Reserve(string name)
    {
        lock (_gate)
        {
            if (IsTerminating)
                throw Stopping(name);
            _children ??= new SortedDictionary<string, ChildRestartStats?>(StringComparer.Ordinal);
            if (!_children.TryAdd(name, null))
                throw new InvalidActorNameException($"The actor name '{name}' is taken");
        }
    }

    public void Unreserve(string name)
    {
        lock (_gate)
        {
            if (_children is not null && _children.TryGetValue(name, out var stats) && stats is null)
                _children.Remove(name);
        }
    }

    /// <summary>Fills a reserved name with its child; null if the name isn't reserved, or the actor is stopping.</summary>
    public ChildRestartStats? Init(IInternalActorRef child)
    {
        lock (_gate)
        {
            if (IsTerminating || _children is null || !_children.TryGetValue(child.Path.Name, out var stats))
                return null;
            return stats ?? (_children[child.Path.Name] = new ChildRestartStats(child));
        }
    }

    public ChildRestartStats? ByName(string name)
    {
        lock (_gate)
            return _children is not null && _children.TryGetValue(name, out var stats) ? stats : null;
    }

    public ChildRestartStats? ByRef(IActorRef child) =>
        ByName(child.Path.Name) is { } stats && stats.Child.Equals(child) ? stats : null;

    /// <summary>The children, by name, as they are now.</summary>
    public ChildRestartStats[] All()
    {
        lock (_gate)
            return _children is null ? [] : [.. _children.Values.Where(static one => one is not null).Select(static one => one!)];
    }

    /// <summary>Notes that a child has been told to stop.</summary>
    public void NoteStop(IActorRef child)
    {
        lock (_gate)
        {
            if (_terminated)
                return;
            _reason ??= new SuspendReason.UserRequest();
            (_dying ??= []).Add(child);
        }
    }

    /// <summary>Says for what the actor waits; false if no child is dying, so that there is nothing to wait for.</summary>
    public bool WaitFor(SuspendReason reason)
    {
        lock (_gate)
        {
            if (_reason is null)
                return false;
            _reason = reason;
            return true;
        }
    }

    /// <summary>Takes no more children in, and says which of them have to stop before the actor can; all of them.</summary>
    public ChildRestartStats[] Terminate()
    {
        lock (_gate)
        {
            var children = All();
            _reason = new SuspendReason.Termination();
            _dying = [.. children.Select(static one => one.Child)];
            if (children.Length == 0)
                EndTermination();
            return children;
        }
    }

    private void EndTermination()
    {
        _terminated = true;
        _reason = null;
        _children = null;
        _dying = null;
    }

    /// <summary>What is thrown when a child is made for an actor that is stopping.</summary>
    public static InvalidOperationException Stopping(string name) =>
        new($"The actor '{name}' can't be made: its parent is stopping or has stopped");

    /// <summary>Takes a child away that is gone; hands back for what the actor waited if it was the last one dying.</summary>
    public SuspendReason? Remove(IActorRef child)
    {
        lock (_gate)
        {
            if (_terminated)
                return null;
            if (_children is not null && _children.TryGetValue(child.Path.Name, out var stats) && stats is not null && stats.Child.Equals(child))
                _children.Remove(child.Path.Name);
            if (_dying is null || !_dying.Remove(child) || _dying.Count > 0)
                return null;
            var reason = _reason;
            _reason = null;
            _dying = null;
            if (reason is SuspendReason.Termination)
                EndTermination();
            return reason;
        }
    }
}
