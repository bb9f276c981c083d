using Akka.Actor;
using Akka.Dispatch.SysMsg;

namespace Akka.TestKit;

/// <summary>A further test actor with its own queue, which can be passed as a reference and can answer what it gets.</summary>
public class TestProbe : TestKitBase, INoImplicitSender, IInternalActorRef
{
    /// <summary>Creates a probe.</summary>
    /// <param name="system">The system it lives in.</param>
    /// <param name="assertions">How to fail a test.</param>
    /// <param name="testProbeName">Its actor's name; null for a generated one.</param>
    public TestProbe(ActorSystem system, ITestKitAssertions assertions, string? testProbeName = null)
        : base(assertions, system, testProbeName)
    {
    }

    /// <summary>Who sent the message that the probe received last.</summary>
    public IActorRef Sender => LastSender;

    /// <summary>The probe's reference.</summary>
    public IActorRef Ref => TestActor;

    ActorPath IActorRef.Path => TestActor.Path;

    bool IActorRefScope.IsLocal => Inner.IsLocal;

    IInternalActorRef IInternalActorRef.Parent => Inner.Parent;

    IActorRefProvider IInternalActorRef.Provider => Inner.Provider;

    bool IInternalActorRef.IsTerminated => Inner.IsTerminated;

    private IInternalActorRef Inner => (IInternalActorRef)TestActor;

    /// <summary>Tells an actor something, with the probe as the sender.</summary>
    /// <param name="actor">The actor.</param>
    /// <param name="message">The message.</param>
    public void Send(IActorRef actor, object message) => actor.Tell(message, TestActor);

    /// <summary>Answers the message that the probe received last.</summary>
    /// <param name="message">The answer.</param>
    public void Reply(object message) => Sender.Tell(message, TestActor);

    /// <summary>Passes on the message that the probe received last, as from its sender.</summary>
    /// <param name="actor">Who gets it.</param>
    public void Forward(IActorRef actor) => Forward(actor, LastMessage);

    /// <summary>Tells an actor something, as from the sender of the message that the probe received last.</summary>
    /// <param name="actor">The actor.</param>
    /// <param name="message">The message.</param>
    public void Forward(IActorRef actor, object message) => actor.Tell(message, Sender);

    /// <summary>Creates a child of the probe's actor.</summary>
    /// <typeparam name="T">Its class.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="supervisorStrategy">What the probe's actor does when the child fails.</param>
    /// <param name="cancellationToken">Ends the wait for the child.</param>
    /// <returns>Its reference.</returns>
    public IActorRef ChildActorOf<T>(string name, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default)
        where T : ActorBase, new() => ChildActorOf(Props.Create<T>(), name, supervisorStrategy, cancellationToken);

    /// <summary>Creates a child of the probe's actor.</summary>
    /// <typeparam name="T">Its class.</typeparam>
    /// <param name="supervisorStrategy">What the probe's actor does when the child fails.</param>
    /// <param name="cancellationToken">Ends the wait for the child.</param>
    /// <returns>Its reference.</returns>
    public IActorRef ChildActorOf<T>(SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default)
        where T : ActorBase, new() => ChildActorOf(Props.Create<T>(), supervisorStrategy, cancellationToken);

    /// <summary>Creates a child of the probe's actor.</summary>
    /// <typeparam name="T">Its class.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the wait for the child.</param>
    /// <returns>Its reference.</returns>
    public IActorRef ChildActorOf<T>(string name, CancellationToken cancellationToken = default)
        where T : ActorBase, new() => ChildActorOf(Props.Create<T>(), name, cancellationToken);

    /// <summary>Creates a child of the probe's actor.</summary>
    /// <typeparam name="T">Its class.</typeparam>
    /// <param name="cancellationToken">Ends the wait for the child.</param>
    /// <returns>Its reference.</returns>
    public IActorRef ChildActorOf<T>(CancellationToken cancellationToken = default)
        where T : ActorBase, new() => ChildActorOf(Props.Create<T>(), cancellationToken);

    /// <summary>Sends a system message to the probe's actor.</summary>
    /// <param name="message">The message.</param>
    public void SendSystemMessage(ISystemMessage message) => Inner.SendSystemMessage(message);

    /// <summary>Sends a system message to the probe's actor.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">Who it is from; no matter.</param>
    public void SendSystemMessage(ISystemMessage message, IActorRef sender) => Inner.SendSystemMessage(message);

    /// <inheritdoc />
    public override TestProbe CreateTestProbe(string? name = null) => new(Sys, TestAssertions, name);

    /// <inheritdoc />
    public int CompareTo(object? obj) => TestActor.CompareTo(obj is TestProbe probe ? probe.TestActor : obj);

    /// <inheritdoc />
    public override bool Equals(object? obj) => TestActor.Equals(obj is TestProbe probe ? probe.TestActor : obj);

    /// <inheritdoc />
    public override int GetHashCode() => TestActor.GetHashCode();

    /// <inheritdoc />
    public override string ToString() => TestActor.ToString()!;

    void ICanTell.Tell(object message, IActorRef? sender) => TestActor.Tell(message, sender);

    bool IEquatable<IActorRef>.Equals(IActorRef? other) => Equals(other);

    int IComparable<IActorRef>.CompareTo(IActorRef? other) => CompareTo(other);

    IActorRef IInternalActorRef.GetChild(IReadOnlyList<string> name) => Inner.GetChild(name);

    void IInternalActorRef.Resume(Exception? causedByFailure) => Inner.Resume(causedByFailure);

    void IInternalActorRef.Start() => Inner.Start();

    void IInternalActorRef.Stop() => Inner.Stop();

    void IInternalActorRef.Restart(Exception cause) => Inner.Restart(cause);

    void IInternalActorRef.Suspend() => Inner.Suspend();
}
