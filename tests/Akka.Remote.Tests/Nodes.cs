using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;

namespace Akka.Remote.Tests;

/// <summary>Actor systems that a test starts; all are gone when it ends.</summary>
public sealed class Nodes(string transport = Nodes.Tcp)
{
    /// <summary>The transport of the official configuration, on a free port.</summary>
    public const string Tcp = """
        akka.remote.dot-netty.tcp { hostname = "127.0.0.1", port = 0 }
        """;

    // Quick to notice and to try again, so that no test waits for long; loggers quiet.
    private const string Common = """
        akka {
          loglevel = OFF
          stdout-loglevel = OFF
          log-dead-letters = off
          actor.provider = remote
          actor.serializers.note = "Akka.Remote.Tests.NoteSerializer, Akka.Remote.Tests"
          actor.serialization-bindings { "Akka.Remote.Tests.Note, Akka.Remote.Tests" = note }
          remote.retry-gate-closed-for = 200 ms
        }
        """;

    private readonly List<ActorSystem> _systems = [];
    private readonly List<ReservedPort> _ports = [];

    public ActorSystem Start(string name, string more = "", params Setup[] setups)
    {
        var config = ConfigurationFactory.ParseString(more)
            .WithFallback(ConfigurationFactory.ParseString(transport))
            .WithFallback(ConfigurationFactory.ParseString(Common));
        var system = ActorSystem.Create(name, ActorSystemSetup.Create([BootstrapSetup.Create().WithConfig(config), .. setups]));
        _systems.Add(system);
        return system;
    }

    /// <summary>Starts a node on TCP that others reach through a relay.</summary>
    public ActorSystem StartBehind(Relay relay, string name, string more = "")
    {
        relay.Target = FreePort();
        return Start(name, $$"""
            {{more}}
            akka.remote.dot-netty.tcp { port = {{relay.Target}}, public-hostname = "127.0.0.1", public-port = {{relay.Port}} }
            """);
    }

    /// <summary>A port that nobody listens on until the test does, see <see cref="ReservedPort"/>.</summary>
    public int FreePort()
    {
        var port = new ReservedPort();
        _ports.Add(port);
        return port.Number;
    }

    public static Address AddressOf(ActorSystem system) => ((ExtendedActorSystem)system).Provider.DefaultAddress;

    /// <summary>A selection, by <paramref name="from"/>, of a path at <paramref name="at"/>.</summary>
    public static ActorSelection Select(ActorSystem from, ActorSystem at, string path) => from.ActorSelection(AddressOf(at) + path);

    public static Task<IActorRef> Resolve(ActorSystem from, ActorSystem at, string path) => Select(from, at, path).ResolveOne(Recorder.Limit);

    /// <summary>The reference that <paramref name="from"/> has of an actor of <paramref name="at"/>, found without a word between them.</summary>
    public static IActorRef Remote(ActorSystem from, ActorSystem at, IActorRef actor) =>
        ((ExtendedActorSystem)from).Provider.ResolveActorRef(actor.Path.ToSerializationFormatWithAddress(AddressOf(at)));

    /// <summary>Tells the adapters around a node's transports what to do.</summary>
    public static async Task Command(ActorSystem system, object command) => Assert.True(
        await ((IRemoteActorRefProvider)((ExtendedActorSystem)system).Provider).Transport.ManagementCommand(command).WaitAsync(Recorder.Limit));

    public async Task TerminateAll()
    {
        await Task.WhenAll(_systems.Select(system => system.Terminate())).WaitAsync(Recorder.Limit);
        _ports.ForEach(port => port.Dispose());
    }
}
