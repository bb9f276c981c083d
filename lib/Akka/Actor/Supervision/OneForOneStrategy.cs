using Akka.Actor.Internal;

namespace Akka.Actor;

/// <summary>Applies the decision to the child that failed alone.</summary>
public class OneForOneStrategy : SupervisorStrategy, IEquatable<OneForOneStrategy>
{
    private readonly IDecider _decider;

    /// <summary>Restarts as <see cref="SupervisorStrategy.DefaultDecider"/> says, without a limit.</summary>
    protected OneForOneStrategy()
        : this(DefaultDecider)
    {
    }

    /// <summary>Makes a strategy.</summary>
    /// <param name="maxNrOfRetries">How many restarts are allowed in the time range; null or negative: any number.</param>
    /// <param name="withinTimeRange">The time range; null: for ever.</param>
    /// <param name="localOnlyDecider">Chooses what to do.</param>
    public OneForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, Func<Exception, Directive> localOnlyDecider)
        : this(maxNrOfRetries, withinTimeRange, Akka.Actor.Decider.From(localOnlyDecider))
    {
    }

    /// <summary>Makes a strategy.</summary>
    /// <param name="maxNrOfRetries">How many restarts are allowed in the time range; null or negative: any number.</param>
    /// <param name="withinTimeRange">The time range; null: for ever.</param>
    /// <param name="decider">Chooses what to do.</param>
    public OneForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, IDecider decider)
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
    public OneForOneStrategy(
        int maxNrOfRetries, int withinTimeMilliseconds, Func<Exception, Directive> localOnlyDecider, bool loggingEnabled = true)
        : this(maxNrOfRetries, withinTimeMilliseconds, Akka.Actor.Decider.From(localOnlyDecider), loggingEnabled)
    {
    }

    /// <summary>Makes a strategy.</summary>
    /// <param name="maxNrOfRetries">How many restarts are allowed in the time range; negative: any number.</param>
    /// <param name="withinTimeMilliseconds">The time range in milliseconds; negative: for ever.</param>
    /// <param name="decider">Chooses what to do.</param>
    /// <param name="loggingEnabled">Whether failures are logged.</param>
    public OneForOneStrategy(int maxNrOfRetries, int withinTimeMilliseconds, IDecider decider, bool loggingEnabled = true)
    {
        MaxNumberOfRetries = maxNrOfRetries;
        WithinTimeRangeMilliseconds = withinTimeMilliseconds;
        _decider = decider;
        LoggingEnabled = loggingEnabled;
    }

    /// <summary>Makes a strategy without a limit of restarts.</summary>
    public OneForOneStrategy(Func<Exception, Directive> localOnlyDecider)
        : this(-1, Timeout.Infinite, localOnlyDecider)
    {
    }

    /// <summary>Makes a strategy without a limit of restarts.</summary>
    public OneForOneStrategy(Func<Exception, Directive> localOnlyDecider, bool loggingEnabled = true)
        : this(-1, Timeout.Infinite, localOnlyDecider, loggingEnabled)
    {
    }

    /// <summary>Makes a strategy without a limit of restarts.</summary>
    public OneForOneStrategy(IDecider decider)
        : this(-1, Timeout.Infinite, decider)
    {
    }

    /// <summary>How many restarts are allowed in the time range; negative: any number.</summary>
    public int MaxNumberOfRetries { get; }

    /// <summary>The time range in milliseconds; negative: for ever.</summary>
    public int WithinTimeRangeMilliseconds { get; }

    /// <inheritdoc />
    public override IDecider Decider => _decider;

    /// <summary>A copy with another limit of restarts.</summary>
    public OneForOneStrategy WithMaxNrOfRetries(int maxNrOfRetries) =>
        new(maxNrOfRetries, WithinTimeRangeMilliseconds, _decider, LoggingEnabled);

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
        if (restart
            && failed.RequestRestartPermission(
                MaxNumberOfRetries, WithinTimeRangeMilliseconds, cell.System.Scheduler.MonotonicClock))
            RestartChild(failed.Child, cause, suspendFirst: false);
        else
            cell.Stop(failed.Child);
    }

    /// <inheritdoc />
    public bool Equals(OneForOneStrategy? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && MaxNumberOfRetries == other.MaxNumberOfRetries
            && WithinTimeRangeMilliseconds == other.WithinTimeRangeMilliseconds
            && Equals(_decider, other._decider));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as OneForOneStrategy);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(MaxNumberOfRetries, WithinTimeRangeMilliseconds, _decider);
}
