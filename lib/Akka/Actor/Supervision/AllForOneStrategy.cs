using Akka.Actor.Internal;

namespace Akka.Actor;

/// <summary>Applies the decision to all children when one of them fails.</summary>
public class AllForOneStrategy : SupervisorStrategy, IEquatable<AllForOneStrategy>
{
    private readonly IDecider _decider;

    /// <summary>Restarts as <see cref="SupervisorStrategy.DefaultDecider"/> says, without a limit.</summary>
    protected AllForOneStrategy()
        : this(DefaultDecider)
    {
    }

    /// <summary>Makes a strategy.</summary>
    /// <param name="maxNrOfRetries">How many restarts are allowed in the time range; null or negative: any number.</param>
    /// <param name="withinTimeRange">The time range; null: for ever.</param>
    /// <param name="localOnlyDecider">Chooses what to do.</param>
    public AllForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, Func<Exception, Directive> localOnlyDecider)
        : this(maxNrOfRetries, withinTimeRange, Akka.Actor.Decider.From(localOnlyDecider))
    {
    }

    /// <summary>Makes a strategy.</summary>
    /// <param name="maxNrOfRetries">How many restarts are allowed in the time range; null or negative: any number.</param>
    /// <param name="withinTimeRange">The time range; null: for ever.</param>
    /// <param name="decider">Chooses what to do.</param>
    public AllForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, IDecider decider)
        : this(
            maxNrOfRetries ?? -1,
            withinTimeRange is { } range ? (int)range.TotalMilliseconds : Timeout.Infinite,
            decider)
    {
    }

    /// <summary>Makes a strategy.</summary>
    /// <param name="maxNrOfRetries">How many restarts are allowed in the time range; negative: any number.</param>
    /// <param name="withinTimeMilliseconds">The time range in milliseconds; negative: for ever.</param>
    /// <param name="localOnlyDecider">Chooses what to do.</param>
    /// <param name="loggingEnabled">Whether failures are logged.</param>
    public AllForOneStrategy(
        int maxNrOfRetries, int withinTimeMilliseconds, Func<Exception, Directive> localOnlyDecider, bool loggingEnabled = true)
        : this(maxNrOfRetries, withinTimeMilliseconds, Akka.Actor.Decider.From(localOnlyDecider), loggingEnabled)
    {
    }

    /// <summary>Makes a strategy.</summary>
    /// <param name="maxNrOfRetries">How many restarts are allowed in the time range; negative: any number.</param>
    /// <param name="withinTimeMilliseconds">The time range in milliseconds; negative: for ever.</param>
    /// <param name="decider">Chooses what to do.</param>
    /// <param name="loggingEnabled">Whether failures are logged.</param>
    public AllForOneStrategy(int maxNrOfRetries, int withinTimeMilliseconds, IDecider decider, bool loggingEnabled = true)
    {
        MaxNumberOfRetries = maxNrOfRetries;
        WithinTimeRangeMilliseconds = withinTimeMilliseconds;
        _decider = decider;
        LoggingEnabled = loggingEnabled;
    }

    /// <summary>Makes a strategy without a limit of restarts.</summary>
    public AllForOneStrategy(Func<Exception, Directive> localOnlyDecider)
        : this(-1, Timeout.Infinite, localOnlyDecider)
    {
    }

    /// <summary>Makes a strategy without a limit of restarts.</summary>
    public AllForOneStrategy(IDecider decider)
        : this(-1, Timeout.Infinite, decider)
    {
    }

    /// <summary>How many restarts are allowed in the time range; negative: any number.</summary>
    public int MaxNumberOfRetries { get; }

    /// <summary>The time range in milliseconds; negative: for ever.</summary>
    public int WithinTimeRangeMilliseconds { get; }

    /// <inheritdoc />
    public override IDecider Decider => _decider;

    /// <inheritdoc />
    protected override Directive Handle(IActorRef child, Exception exception) => _decider.Decide(exception);

    /// <inheritdoc />
    public override void HandleChildTerminated(
        IActorContext actorContext, IActorRef child, IEnumerable<IInternalActorRef> children)
    {
        // Nothing else hangs on a child's end here.
    }

    internal override void ProcessFailure(ActorCell cell, bool restart, Exception cause, ChildRestartStats failed)
    {
        var children = cell.AllChildren();
        var now = cell.System.Scheduler.MonotonicClock;
        if (restart
            && children.All(one => one.RequestRestartPermission(MaxNumberOfRetries, WithinTimeRangeMilliseconds, now)))
        {
            foreach (var one in children)
                RestartChild(one.Child, cause, suspendFirst: one != failed);
            return;
        }
        foreach (var one in children)
            cell.Stop(one.Child);
    }

    /// <inheritdoc />
    public bool Equals(AllForOneStrategy? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && MaxNumberOfRetries == other.MaxNumberOfRetries
            && WithinTimeRangeMilliseconds == other.WithinTimeRangeMilliseconds
            && Equals(_decider, other._decider));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as AllForOneStrategy);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(MaxNumberOfRetries, WithinTimeRangeMilliseconds, _decider);
}
