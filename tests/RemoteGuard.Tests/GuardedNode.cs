using System.Net.Sockets;
using Akka.Actor;
using Akka.Configuration;

namespace RemoteGuard.Tests;

/// <summary>A node with the guard, and an actor that says what is said to it.</summary>
internal sealed class GuardedNode : IAsyncDisposable
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private GuardedNode(ActorSystem system) => System = system;

    public ActorSystem System { get; }

    public int Port => ((ExtendedActorSystem)System).Provider.DefaultAddress.Port!.Value;

    public string Root => $"{((ExtendedActorSystem)System).Provider.DefaultAddress}/";

    public string Echo => $"{Root}user/echo";

    public static GuardedNode Start(string name = "Guarded", string settings = "connects = off")
    {
        var system = ActorSystem.Create(name, ConfigurationFactory.ParseString($$"""
            akka.remote.guard { {{settings}} }
            akka.remote.guard.paths = ["/user/echo"]
            akka.remote.adapters.guard = "RemoteGuard.GuardProvider,RemoteGuard"
            akka.remote.dot-netty.tcp.applied-adapters = [guard]
            """).WithFallback(PlainSettings));
        system.ActorOf(Props.Create(() => new EchoActor()), "echo");
        return new GuardedNode(system);
    }

    /// <summary>A node of somebody else: without the guard, and without fear.</summary>
    public static ActorSystem StartPlain(string name) => ActorSystem.Create(name, PlainSettings);

    public async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync("127.0.0.1", Port);
        return socket;
    }

    /// <summary>Another node asks, and is answered.</summary>
    public async Task AssertServesAsync(ActorSystem other)
    {
        var answer = await other.ActorSelection(Echo).Ask<string>("are you well?", Limit);
        Assert.Equal("are you well?", answer);
    }

    public async ValueTask DisposeAsync() => await System.Terminate();

    private static Config PlainSettings => ConfigurationFactory.ParseString("""
        akka {
          loglevel = ERROR, stdout-loglevel = OFF, loggers = []
          log-dead-letters = off, log-dead-letters-during-shutdown = off
          coordinated-shutdown.run-by-clr-shutdown-hook = off
          actor.provider = remote
          remote {
            dot-netty.tcp { hostname = "127.0.0.1", port = 0 }
            retry-gate-closed-for = 0.5 s
            guard.serializers = [17]
          }
        }
        """);

    private sealed class EchoActor : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message);
    }
}
