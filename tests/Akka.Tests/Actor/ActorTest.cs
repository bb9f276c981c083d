using System.Threading.Channels;
using Akka.Actor;
using Akka.Configuration;

namespace Akka.Tests.Actor;

/// <summary>An actor system for each test, and probes that tests wait on.</summary>
public abstract class ActorTest : IAsyncLifetime
{
    private const string Quiet = "akka { loglevel = OFF, stdout-loglevel = OFF }";

    protected ActorTest(string config = "") =>
        System = ActorSystem.Create("test", ConfigurationFactory.ParseString(config).WithFallback(ConfigurationFactory.ParseString(Quiet)));

    protected static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);

    protected ActorSystem System { get; }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => System.Terminate().WaitAsync(Patience, TimeProvider.System);

    protected Probe NewProbe() => new(System);

    /// <summary>Starts a child under a parent that restarts it when it fails, or does as the strategy says.</summary>
    protected (IActorRef Parent, IActorRef Child) Supervised(Props child, SupervisorStrategy? strategy = null)
    {
        var born = new TaskCompletionSource<IActorRef>(TaskCreationOptions.RunContinuationsAsynchronously);
        var parent = System.ActorOf(Acting.By(
            (_, _) => { }, self => born.SetResult(self.Ctx.ActorOf(child, "child")), strategy ?? new OneForOneStrategy(_ => Directive.Restart)));
        return (parent, born.Task.GetAwaiter().GetResult());
    }

    /// <summary>Watches an actor from a probe and waits until it is gone.</summary>
    protected async Task<Terminated> TerminationOf(IActorRef actor)
    {
        var probe = NewProbe();
        await probe.Watch(actor);
        return await probe.Next<Terminated>();
    }
}

/// <summary>An actor that keeps what it gets for a test to look at.</summary>
public sealed class Probe
{
    private readonly Channel<object> _received = Channel.CreateUnbounded<object>();

    public Probe(ActorSystem system) => Ref = system.ActorOf(Props.Create(() => new Keeper(_received.Writer)));

    public IActorRef Ref { get; }

    /// <summary>Watches an actor; once this is done, the actor hears of the watch before anything sent to it later.</summary>
    public Task Watch(IActorRef actor)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Ref.Tell(new Keeper.WatchIt(actor, done), ActorRefs.NoSender);
        return done.Task;
    }

    public void Note(object what) => _received.Writer.TryWrite(what);

    public async Task<T> Next<T>()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return Assert.IsAssignableFrom<T>(await _received.Reader.ReadAsync(limit.Token));
    }

    public async Task Expect(params object[] messages)
    {
        foreach (var message in messages)
            Assert.Equal(message, await Next<object>());
    }

    /// <summary>Checks that nothing came before a message sent now.</summary>
    public async Task ExpectNothingMore()
    {
        var fence = new object();
        Ref.Tell(fence, ActorRefs.NoSender);
        Assert.Same(fence, await Next<object>());
    }

    private sealed class Keeper : ReceiveActor
    {
        public Keeper(ChannelWriter<object> received)
        {
            Receive<WatchIt>(watch =>
            {
                Context.Watch(watch.Actor);
                watch.Done.SetResult();
            });
            ReceiveAny(message => received.TryWrite(message));
        }

        public sealed record WatchIt(IActorRef Actor, TaskCompletionSource Done);
    }
}

/// <summary>An actor whose whole behaviour is a function given by the test.</summary>
public sealed class Acting : UntypedActor, IWithUnboundedStash, IWithTimers
{
    private readonly Action<Acting, object> _receive;
    private readonly Action<Acting>? _preStart;
    private readonly SupervisorStrategy? _strategy;

    public Acting(Action<Acting, object> receive, Action<Acting>? preStart, SupervisorStrategy? strategy)
    {
        _receive = receive;
        _preStart = preStart;
        _strategy = strategy;
    }

    public IStash Stash { get; set; } = null!;

    public ITimerScheduler Timers { get; set; } = null!;

    public new IActorRef Sender => base.Sender;

    public new IActorRef Self => base.Self;

    public IUntypedActorContext Ctx => Context;

    public static Props By(
        Action<Acting, object> receive, Action<Acting>? preStart = null, SupervisorStrategy? strategy = null) =>
        Props.Create(() => new Acting(receive, preStart, strategy));

    public void Run(Func<Task> task) => RunTask(task);

    public void NotHandled(object message) => Unhandled(message);

    protected override void PreStart() => _preStart?.Invoke(this);

    protected override SupervisorStrategy SupervisorStrategy() => _strategy ?? base.SupervisorStrategy();

    protected override void OnReceive(object message) => _receive(this, message);
}
