using Akka.Actor;
using Akka.Configuration;

namespace Akka.Tests.Support;

/// <summary>Tests with an actor system of their own, which is terminated after each.</summary>
public abstract class ActorSystemTests : IAsyncLifetime
{
    private const string Quiet = "akka { loglevel = WARNING, stdout-loglevel = OFF, loggers = [\"Akka.Event.DefaultLogger\"], log-dead-letters = off }";

    protected ActorSystemTests(string config = "", string name = "test") =>
        Sys = ActorSystem.Create(name, ConfigurationFactory.ParseString(config).WithFallback(ConfigurationFactory.ParseString(Quiet)));

    protected ActorSystem Sys { get; }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Sys.Terminate();

    internal Recorder CreateRecorder(string? name = null) => new(Sys, name);

    /// <summary>An actor that does with each message what the function says.</summary>
    protected IActorRef CreateActor(Action<object, IActorContext> receive, string? name = null) =>
        Sys.ActorOf(Props.Create(() => new Behaving(receive)), name);

    protected static async Task EventuallyAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        while (!condition()) await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, limit.Token);
    }

    private sealed class Behaving : UntypedActor
    {
        private readonly Action<object, IActorContext> _receive;

        public Behaving(Action<object, IActorContext> receive) => _receive = receive;

        protected override void OnReceive(object message) => _receive(message, Context);
    }
}
