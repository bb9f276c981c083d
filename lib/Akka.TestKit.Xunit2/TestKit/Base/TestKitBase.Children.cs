using Akka.Actor;
using Akka.Util;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Creates a child of the test actor.</summary>
    /// <param name="props">How to create it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="supervisorStrategy">What the test actor does when the child fails.</param>
    /// <param name="cancellationToken">Ends the wait for the child.</param>
    /// <returns>Its reference.</returns>
    public IActorRef ChildActorOf(
        Props props, string name, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default) =>
        ChildActorOfAsync(props, name, supervisorStrategy, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Creates a child of the test actor, with a generated name.</summary>
    /// <param name="props">How to create it.</param>
    /// <param name="supervisorStrategy">What the test actor does when the child fails.</param>
    /// <param name="cancellationToken">Ends the wait for the child.</param>
    /// <returns>Its reference.</returns>
    public IActorRef ChildActorOf(Props props, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default) =>
        ChildActorOfAsync(props, supervisorStrategy, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Creates a child of the test actor.</summary>
    /// <param name="props">How to create it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the wait for the child.</param>
    /// <returns>Its reference.</returns>
    public IActorRef ChildActorOf(Props props, string name, CancellationToken cancellationToken = default) =>
        ChildActorOfAsync(props, name, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Creates a child of the test actor, with a generated name.</summary>
    /// <param name="props">How to create it.</param>
    /// <param name="cancellationToken">Ends the wait for the child.</param>
    /// <returns>Its reference.</returns>
    public IActorRef ChildActorOf(Props props, CancellationToken cancellationToken = default) =>
        ChildActorOfAsync(props, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Creates a child of the test actor.</summary>
    /// <param name="props">How to create it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="supervisorStrategy">What the test actor does when the child fails.</param>
    /// <param name="cancellationToken">Ends the wait for the child.</param>
    /// <returns>Its reference.</returns>
    public Task<IActorRef> ChildActorOfAsync(
        Props props, string name, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default) =>
        Spawn(props, new Option<string>(name), new Option<SupervisorStrategy>(supervisorStrategy), cancellationToken);

    /// <summary>Creates a child of the test actor, with a generated name.</summary>
    /// <param name="props">How to create it.</param>
    /// <param name="supervisorStrategy">What the test actor does when the child fails.</param>
    /// <param name="cancellationToken">Ends the wait for the child.</param>
    /// <returns>Its reference.</returns>
    public Task<IActorRef> ChildActorOfAsync(
        Props props, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default) =>
        Spawn(props, Option<string>.None, new Option<SupervisorStrategy>(supervisorStrategy), cancellationToken);

    /// <summary>Creates a child of the test actor.</summary>
    /// <param name="props">How to create it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the wait for the child.</param>
    /// <returns>Its reference.</returns>
    public Task<IActorRef> ChildActorOfAsync(Props props, string name, CancellationToken cancellationToken = default) =>
        Spawn(props, new Option<string>(name), Option<SupervisorStrategy>.None, cancellationToken);

    /// <summary>Creates a child of the test actor, with a generated name.</summary>
    /// <param name="props">How to create it.</param>
    /// <param name="cancellationToken">Ends the wait for the child.</param>
    /// <returns>Its reference.</returns>
    public Task<IActorRef> ChildActorOfAsync(Props props, CancellationToken cancellationToken = default) =>
        Spawn(props, Option<string>.None, Option<SupervisorStrategy>.None, cancellationToken);

    private Task<IActorRef> Spawn(
        Props props, Option<string> name, Option<SupervisorStrategy> strategy, CancellationToken cancellationToken) =>
        TestActor.Ask<IActorRef>(new TestActor.Spawn(props, name, strategy), RemainingOrDefault, cancellationToken);
}
