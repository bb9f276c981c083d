using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <summary>A reference to an actor that runs on the thread which tells it something, and that a test can look into.</summary>
/// <typeparam name="TActor">The actor's class, or a base of it.</typeparam>
public abstract class TestActorRefBase<TActor> : IInternalActorRef
    where TActor : ActorBase
{
    private readonly InternalTestActorRef _ref;

    /// <summary>Creates the actor.</summary>
    /// <param name="system">The system it lives in.</param>
    /// <param name="actorProps">How to create it; without a dispatcher it runs on the calling thread.</param>
    /// <param name="supervisor">Its parent; null for the user guardian.</param>
    /// <param name="name">Its name; null for a generated one.</param>
    protected TestActorRefBase(ActorSystem system, Props actorProps, IActorRef? supervisor = null, string? name = null) =>
        _ref = InternalTestActorRef.Create(system, actorProps, supervisor, name);

    /// <summary>The actor's path.</summary>
    public ActorPath Path => _ref.Path;

    /// <summary>The plain reference to the actor.</summary>
    public IActorRef Ref => _ref;

    /// <summary>The actor's instance; after a restart it is another one.</summary>
    /// <exception cref="IllegalActorStateException">The actor has been stopped, or its creation failed.</exception>
    public TActor UnderlyingActor => (TActor)_ref.UnderlyingActor;

    bool IActorRefScope.IsLocal => _ref.IsLocal;

    IInternalActorRef IInternalActorRef.Parent => _ref.Parent;

    IActorRefProvider IInternalActorRef.Provider => _ref.Provider;

    bool IInternalActorRef.IsTerminated => _ref.IsTerminated;

    /// <summary>Whether both are the same actor.</summary>
    /// <param name="testActorRef">One reference.</param>
    /// <param name="actorRef">The other.</param>
    /// <returns>True if they are.</returns>
    public static bool operator ==(TestActorRefBase<TActor>? testActorRef, IActorRef? actorRef) =>
        testActorRef?.Equals(actorRef) ?? actorRef is null;

    /// <summary>Whether both are different actors.</summary>
    /// <param name="testActorRef">One reference.</param>
    /// <param name="actorRef">The other.</param>
    /// <returns>True if they are.</returns>
    public static bool operator !=(TestActorRefBase<TActor>? testActorRef, IActorRef? actorRef) => !(testActorRef == actorRef);

    /// <summary>Whether both are the same actor.</summary>
    /// <param name="actorRef">One reference.</param>
    /// <param name="testActorRef">The other.</param>
    /// <returns>True if they are.</returns>
    public static bool operator ==(IActorRef? actorRef, TestActorRefBase<TActor>? testActorRef) => testActorRef == actorRef;

    /// <summary>Whether both are different actors.</summary>
    /// <param name="actorRef">One reference.</param>
    /// <param name="testActorRef">The other.</param>
    /// <returns>True if they are.</returns>
    public static bool operator !=(IActorRef? actorRef, TestActorRefBase<TActor>? testActorRef) => !(testActorRef == actorRef);

    /// <summary>The plain reference to the actor.</summary>
    /// <param name="actorRef">The reference.</param>
    /// <returns>Its <see cref="Ref"/>.</returns>
    public static IActorRef ToActorRef(TestActorRefBase<TActor> actorRef) => actorRef.Ref;

    /// <summary>Runs the actor's behaviour with a message, past its mailbox; what it throws comes back.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">Who it is from; null for nobody.</param>
    public void Receive(object message, IActorRef? sender = null) => _ref.Receive(message, sender);

    /// <summary>Tells the actor something; when this returns, it has handled that.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">Who it is from; null for nobody.</param>
    public void Tell(object message, IActorRef? sender) => _ref.Tell(message, sender);

    /// <summary>Tells the actor something, from whoever runs on this thread; when this returns, it has handled that.</summary>
    /// <param name="message">The message.</param>
    public void Tell(object message) => _ref.Tell(message);

    /// <summary>Passes on a message, from the sender of the message that is handled on this thread.</summary>
    /// <param name="message">The message.</param>
    public void Forward(object message) => _ref.Forward(message);

    /// <summary>Makes the actor watch another.</summary>
    /// <param name="subject">The other.</param>
    public void Watch(IActorRef subject) => _ref.Cell.UseThreadContext(() => _ref.Cell.Watch(subject));

    /// <summary>Makes the actor stop watching another.</summary>
    /// <param name="subject">The other.</param>
    public void Unwatch(IActorRef subject) => _ref.Cell.UseThreadContext(() => _ref.Cell.Unwatch(subject));

    /// <summary>Sends a system message to the actor.</summary>
    /// <param name="message">The message.</param>
    public void SendSystemMessage(ISystemMessage message) => _ref.SendSystemMessage(message);

    /// <summary>Sends a system message to the actor.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">Who it is from; no matter.</param>
    public void SendSystemMessage(ISystemMessage message, IActorRef sender) => _ref.SendSystemMessage(message);

    /// <inheritdoc />
    public int CompareTo(object? obj) => ((IComparable)_ref).CompareTo(obj is TestActorRefBase<TActor> other ? other._ref : obj);

    /// <inheritdoc />
    public bool Equals(IActorRef? other) => other is TestActorRefBase<TActor> test ? _ref.Equals(test._ref) : _ref.Equals(other);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is IActorRef other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => _ref.GetHashCode();

    /// <inheritdoc />
    public override string ToString() => _ref.ToString()!;

    int IComparable<IActorRef>.CompareTo(IActorRef? other) => CompareTo(other);

    IActorRef IInternalActorRef.GetChild(IReadOnlyList<string> name) => _ref.GetChild(name);

    void IInternalActorRef.Resume(Exception? causedByFailure) => _ref.Resume(causedByFailure);

    void IInternalActorRef.Start() => _ref.Start();

    void IInternalActorRef.Stop() => _ref.Stop();

    void IInternalActorRef.Restart(Exception cause) => _ref.Restart(cause);

    void IInternalActorRef.Suspend() => _ref.Suspend();
}
