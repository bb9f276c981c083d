using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;

namespace BotNode.Nodes;

/// <summary>An actor system that listens for others.</summary>
internal sealed class ActorNode : IAsyncDisposable
{
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(5);

    private volatile string? _problem;

    private ActorNode(ActorSystem system)
    {
        System = system;
        Action<string> remember = problem => _problem = problem;
        system.ActorOf(Props.Create(() => new ConnectionWatch(remember)), "connection-watch");
    }

    /// <summary>The actor system.</summary>
    public ActorSystem System { get; }

    /// <summary>The port that it listens on.</summary>
    public int Port => ((ExtendedActorSystem)System).Provider.DefaultAddress.Port!.Value;

    /// <summary>Whether it speaks TLS.</summary>
    public bool IsSecure => ((ExtendedActorSystem)System).Provider.DefaultAddress.Protocol == RoomAddress.SecureScheme;

    /// <summary>Why it could not connect to another node, the last time that it could not; null when it always could.</summary>
    public string? ConnectionProblem => _problem;

    /// <summary>Starts the system; it listens when this returns.</summary>
    /// <param name="name">The system's name, a part of its address.</param>
    /// <param name="settings">The settings of the kind of node: HOCON.</param>
    /// <param name="listenOn">The host to listen on.</param>
    /// <param name="port">The port to listen on; 0 for any.</param>
    /// <param name="knownAs">The host by which others know this node.</param>
    /// <param name="log">Takes what the actors log, a line an entry.</param>
    public static ActorNode Start(string name, Config settings, string listenOn, int port, string knownAs, TextWriter log)
    {
        var own = ConfigurationFactory.ParseString($$"""
            akka {
              loggers = ["{{typeof(AkkaLogger).AssemblyQualifiedName}}"]
              stdout-loglevel = OFF
              coordinated-shutdown.run-by-clr-shutdown-hook = off
              remote.dot-netty.tcp { hostname = "{{listenOn}}", port = {{port}}, public-hostname = "{{knownAs}}" }
            }
            """);
        var setup = ActorSystemSetup.Create(BootstrapSetup.Create().WithConfig(own.WithFallback(settings)), new LogSetup(log));
        return new ActorNode(ActorSystem.Create(name, setup));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        try
        {
            await System.Terminate().WaitAsync(EndLimit).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The process ends anyway; what was said has been printed and written.
        }
    }
}
