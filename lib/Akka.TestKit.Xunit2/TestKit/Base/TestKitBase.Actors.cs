using System.Linq.Expressions;
using Akka.Actor;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    IActorRef IActorRefFactory.ActorOf(Props props, string? name) => Sys.ActorOf(props, name);

    /// <summary>Creates an actor under the system's user guardian.</summary>
    /// <param name="props">How to create it.</param>
    /// <returns>Its reference.</returns>
    public IActorRef ActorOf(Props props) => Sys.ActorOf(props);

    /// <summary>Creates an actor under the system's user guardian.</summary>
    /// <param name="props">How to create it.</param>
    /// <param name="name">Its name; null for a generated one.</param>
    /// <returns>Its reference.</returns>
    public IActorRef ActorOf(Props props, string? name) => Sys.ActorOf(props, name);

    /// <summary>Creates an actor under the system's user guardian.</summary>
    /// <typeparam name="TActor">Its class.</typeparam>
    /// <returns>Its reference.</returns>
    public IActorRef ActorOf<TActor>()
        where TActor : ActorBase, new() => Sys.ActorOf(Props.Create<TActor>());

    /// <summary>Creates an actor under the system's user guardian.</summary>
    /// <typeparam name="TActor">Its class.</typeparam>
    /// <param name="name">Its name; null for a generated one.</param>
    /// <returns>Its reference.</returns>
    public IActorRef ActorOf<TActor>(string? name)
        where TActor : ActorBase, new() => Sys.ActorOf(Props.Create<TActor>(), name);

    /// <summary>Creates an actor under the system's user guardian.</summary>
    /// <typeparam name="TActor">Its class.</typeparam>
    /// <param name="factory">A lambda that calls its constructor.</param>
    /// <returns>Its reference.</returns>
    public IActorRef ActorOf<TActor>(Expression<Func<TActor>> factory)
        where TActor : ActorBase => Sys.ActorOf(Props.Create(factory));

    /// <summary>Creates an actor under the system's user guardian.</summary>
    /// <typeparam name="TActor">Its class.</typeparam>
    /// <param name="factory">A lambda that calls its constructor.</param>
    /// <param name="name">Its name; null for a generated one.</param>
    /// <returns>Its reference.</returns>
    public IActorRef ActorOf<TActor>(Expression<Func<TActor>> factory, string? name)
        where TActor : ActorBase => Sys.ActorOf(Props.Create(factory), name);

    /// <summary>Creates an actor that runs on the thread which tells it something, and that the test can look into.</summary>
    /// <typeparam name="TActor">Its class.</typeparam>
    /// <param name="name">Its name; null for a generated one.</param>
    /// <returns>Its reference.</returns>
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(string? name = null)
        where TActor : ActorBase, new() => new(Sys, Props.Create<TActor>(), null, name);

    /// <summary>Creates an actor that runs on the thread which tells it something, and that the test can look into.</summary>
    /// <typeparam name="TActor">Its class.</typeparam>
    /// <param name="supervisor">Its parent.</param>
    /// <param name="name">Its name; null for a generated one.</param>
    /// <returns>Its reference.</returns>
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(IActorRef supervisor, string? name = null)
        where TActor : ActorBase, new() => new(Sys, Props.Create<TActor>(), supervisor, name);

    /// <summary>Creates an actor that runs on the thread which tells it something, and that the test can look into.</summary>
    /// <typeparam name="TActor">Its class.</typeparam>
    /// <param name="props">How to create it.</param>
    /// <param name="name">Its name; null for a generated one.</param>
    /// <returns>Its reference.</returns>
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(Props props, string? name = null)
        where TActor : ActorBase => new(Sys, props, null, name);

    /// <summary>Creates an actor that runs on the thread which tells it something, and that the test can look into.</summary>
    /// <typeparam name="TActor">Its class.</typeparam>
    /// <param name="props">How to create it.</param>
    /// <param name="supervisor">Its parent.</param>
    /// <param name="name">Its name; null for a generated one.</param>
    /// <returns>Its reference.</returns>
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(Props props, IActorRef supervisor, string? name = null)
        where TActor : ActorBase => new(Sys, props, supervisor, name);

    /// <summary>Creates an actor that runs on the thread which tells it something, and that the test can look into.</summary>
    /// <typeparam name="TActor">Its class.</typeparam>
    /// <param name="factory">A lambda that calls its constructor.</param>
    /// <param name="name">Its name; null for a generated one.</param>
    /// <returns>Its reference.</returns>
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(Expression<Func<TActor>> factory, string? name = null)
        where TActor : ActorBase => new(Sys, Props.Create(factory), null, name);

    /// <summary>Creates an actor that runs on the thread which tells it something, and that the test can look into.</summary>
    /// <typeparam name="TActor">Its class.</typeparam>
    /// <param name="factory">A lambda that calls its constructor.</param>
    /// <param name="supervisor">Its parent.</param>
    /// <param name="name">Its name; null for a generated one.</param>
    /// <returns>Its reference.</returns>
    public TestActorRef<TActor> ActorOfAsTestActorRef<TActor>(Expression<Func<TActor>> factory, IActorRef supervisor, string? name = null)
        where TActor : ActorBase => new(Sys, Props.Create(factory), supervisor, name);

    /// <summary>Selects actors by path.</summary>
    /// <param name="actorPath">The path.</param>
    /// <returns>The selection.</returns>
    public ActorSelection ActorSelection(ActorPath actorPath) => Sys.ActorSelection(actorPath);

    /// <summary>Selects actors by path.</summary>
    /// <param name="actorPath">The path; the parts may have wildcards.</param>
    /// <returns>The selection.</returns>
    public ActorSelection ActorSelection(string actorPath) => Sys.ActorSelection(actorPath);

    /// <summary>Selects actors by a path that starts at an actor.</summary>
    /// <param name="anchorRef">The actor.</param>
    /// <param name="actorPath">The path from there; the parts may have wildcards.</param>
    /// <returns>The selection.</returns>
    public ActorSelection ActorSelection(IActorRef anchorRef, string actorPath) =>
        Sys.ActorSelection(actorPath.StartsWith('/') ? actorPath : $"{anchorRef.Path}/{actorPath}");

    /// <summary>Creates a probe: a further test actor with its own expectations.</summary>
    /// <param name="name">Its name; null for a generated one.</param>
    /// <returns>The probe.</returns>
    public virtual TestProbe CreateTestProbe(string? name = null) => CreateTestProbe(Sys, name);

    /// <summary>Creates a probe in another system.</summary>
    /// <param name="system">The system.</param>
    /// <param name="name">Its name; null for a generated one.</param>
    /// <returns>The probe.</returns>
    public virtual TestProbe CreateTestProbe(ActorSystem system, string? name = null) => new(system, _assertions, name);

    /// <summary>Creates a latch whose timeouts follow the settings.</summary>
    /// <param name="count">How many counts open it.</param>
    /// <returns>The latch.</returns>
    public virtual TestLatch CreateTestLatch(int count = 1) => new DilatedLatch(Dilated, TestKitSettings.DefaultTimeout, count);

    /// <summary>Creates a barrier whose timeouts follow the settings.</summary>
    /// <param name="count">How many threads must reach it.</param>
    /// <returns>The barrier.</returns>
    public TestBarrier CreateTestBarrier(int count) => new(this, count);

    /// <summary>Makes the test actor watch an actor: its end comes as a <see cref="Terminated"/>.</summary>
    /// <param name="actorToWatch">The actor.</param>
    /// <returns>The same actor, once it is watched.</returns>
    public IActorRef Watch(IActorRef actorToWatch) => WatchAsync(actorToWatch).GetAwaiter().GetResult();

    /// <summary>Makes the test actor watch an actor: its end comes as a <see cref="Terminated"/>.</summary>
    /// <param name="actorToWatch">The actor.</param>
    /// <returns>The same actor, once it is watched.</returns>
    public async Task<IActorRef> WatchAsync(IActorRef actorToWatch)
    {
        await TestActor.Ask<TestActor.Watch>(new TestActor.Watch(actorToWatch), RemainingOrDefault).ConfigureAwait(false);
        return actorToWatch;
    }

    /// <summary>Makes the test actor stop watching an actor.</summary>
    /// <param name="actorToUnwatch">The actor.</param>
    /// <returns>The same actor, once it is not watched any more.</returns>
    public IActorRef Unwatch(IActorRef actorToUnwatch) => UnwatchAsync(actorToUnwatch).GetAwaiter().GetResult();

    /// <summary>Makes the test actor stop watching an actor.</summary>
    /// <param name="actorToUnwatch">The actor.</param>
    /// <returns>The same actor, once it is not watched any more.</returns>
    public async Task<IActorRef> UnwatchAsync(IActorRef actorToUnwatch)
    {
        await TestActor.Ask<TestActor.Unwatch>(new TestActor.Unwatch(actorToUnwatch), RemainingOrDefault).ConfigureAwait(false);
        return actorToUnwatch;
    }

    /// <summary>Gives the test actor a pilot, which sees each message before the test does.</summary>
    /// <param name="pilot">The pilot; it replaces the one before.</param>
    public void SetAutoPilot(AutoPilot pilot) => TestActor.Tell(new TestActor.SetAutoPilot(pilot));

    /// <summary>From now on messages of some kind don't reach the test; <see cref="IgnoreNoMessages"/> ends that.</summary>
    /// <param name="shouldIgnoreMessage">Returns true for those to drop.</param>
    public void IgnoreMessages(Func<object, bool> shouldIgnoreMessage) =>
        TestActor.Tell(new TestActor.SetIgnore(message => shouldIgnoreMessage(message)));

    /// <summary>From now on messages of a type don't reach the test; <see cref="IgnoreNoMessages"/> ends that.</summary>
    /// <typeparam name="TMsg">The type.</typeparam>
    public void IgnoreMessages<TMsg>() => IgnoreMessages(message => message is TMsg);

    /// <summary>From now on some messages of a type don't reach the test; <see cref="IgnoreNoMessages"/> ends that.</summary>
    /// <typeparam name="TMsg">The type.</typeparam>
    /// <param name="shouldIgnoreMessage">Returns true for those to drop.</param>
    public void IgnoreMessages<TMsg>(Func<TMsg, bool> shouldIgnoreMessage) =>
        IgnoreMessages(message => message is TMsg typed && shouldIgnoreMessage(typed));

    /// <summary>From now on all messages reach the test again.</summary>
    public void IgnoreNoMessages() => TestActor.Tell(new TestActor.SetIgnore(null));

    private sealed class DilatedLatch(Func<TimeSpan, TimeSpan> dilate, TimeSpan defaultTimeout, int count)
        : TestLatch(dilate, defaultTimeout, count);
}
