using Akka.Actor;
using Akka.Actor.Internal;

namespace Akka.TestKit;

/// <summary>Lets each child have a strategy of its own, and those without one the default.</summary>
internal sealed class DelegatingSupervisorStrategy : SupervisorStrategy
{
    private readonly Dictionary<IActorRef, SupervisorStrategy> _strategies = [];

    /// <inheritdoc />
    public override IDecider Decider => DefaultDecider;

    /// <summary>Gives a child its own strategy.</summary>
    /// <param name="child">The child.</param>
    /// <param name="supervisorStrategy">What to do when it fails.</param>
    public void Update(IActorRef child, SupervisorStrategy supervisorStrategy) => _strategies[child] = supervisorStrategy;

    /// <inheritdoc />
    internal override void ProcessFailure(ActorCell cell, bool restart, Exception cause, ChildRestartStats failed) =>
        StrategyOf(failed.Child).ProcessFailure(cell, restart, cause, failed);

    /// <inheritdoc />
    public override void HandleChildTerminated(IActorContext actorContext, IActorRef child, IEnumerable<IInternalActorRef> children)
    {
        StrategyOf(child).HandleChildTerminated(actorContext, child, children);
        _strategies.Remove(child);
    }

    /// <inheritdoc />
    protected override Directive Handle(IActorRef child, Exception exception) => StrategyOf(child).Decider.Decide(exception);

    private SupervisorStrategy StrategyOf(IActorRef child) => _strategies.GetValueOrDefault(child, DefaultStrategy);
}
