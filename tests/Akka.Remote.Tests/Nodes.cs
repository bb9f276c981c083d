using Akka.Actor;
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

    public ActorSystem Start(string name, string more = "")
    {
        var system = ActorSystem.Create(name, ConfigurationFactory.ParseString(more)
            .WithFallback(ConfigurationFactory.ParseString(transport))
            .WithFallback(ConfigurationFactory.ParseString(Common)));
        _systems.Add(system);
        return system;
    }

    public static Address AddressOf(ActorSystem system) => ((ExtendedActorSystem)system).Provider.DefaultAddress;

    /// <summary>A selection, by <paramref name="from"/>, of a path at <paramref name="at"/>.</summary>
    public static ActorSelection Select(ActorSystem from, ActorSystem at, string path) => from.ActorSelection(AddressOf(at) + path);

    public static Task<IActorRef> Resolve(ActorSystem from, ActorSystem at, string path) => Select(from, at, path).ResolveOne(Recorder.Limit);

    public Task TerminateAll() => Task.WhenAll(_systems.Select(system => system.Terminate())).WaitAsync(Recorder.Limit);
}
