using Akka.Actor;
using Akka.Configuration;

namespace Speed;

/// <summary>
/// The shape of Akka.NET's own RemotePingPong: so many clients on one system, each with an echo of its own on the other, each with
/// so many strings in flight until so many came back.
/// </summary>
internal static class RemotePingPong
{
    private const int InFlight = 50;

    /// <summary>A node on a free port of 127.0.0.1.</summary>
    public static ActorSystem Node(string name) => Node(name, ConfigurationFactory.Empty);

    /// <summary>A node on a free port of 127.0.0.1, with more in its configuration.</summary>
    public static ActorSystem Node(string name, Config more) => ActorSystem.Create(name, more.WithFallback(ConfigurationFactory.ParseString("""
        akka {
          loglevel = ERROR
          stdout-loglevel = OFF
          actor.provider = remote
          remote.dot-netty.tcp { hostname = "127.0.0.1", port = 0 }
        }
        """)));

    /// <summary>Where a node is reached.</summary>
    public static Address AddressOf(ActorSystem system) => ((ExtendedActorSystem)system).Provider.DefaultAddress;

    /// <summary>Starts the echoes that clients will ask for.</summary>
    public static void StartEchoes(ActorSystem system, int count)
    {
        for (var i = 0; i < count; i++)
            system.ActorOf(Props.Create(() => new EchoActor()), $"echo-{i}");
    }

    /// <summary>References to the echoes at <paramref name="address"/>.</summary>
    public static Task<IActorRef[]> FindEchoesAsync(ActorSystem system, Address address, int count) =>
        FindAsync(system, address, Enumerable.Range(0, count).Select(i => $"echo-{i}"));

    /// <summary>References to actors of these names at <paramref name="address"/>.</summary>
    public static Task<IActorRef[]> FindAsync(ActorSystem system, Address address, IEnumerable<string> names) => Task.WhenAll(
        names.Select(name => system.ActorSelection($"{address}/user/{name}").ResolveOne(TimeSpan.FromSeconds(30))));

    /// <summary>Plays until every echo has given back <paramref name="each"/> pings.</summary>
    public static async Task PlayAsync(ActorSystem system, IActorRef[] echoes, int each)
    {
        using var left = new CountdownEvent(echoes.Length);
        var clients = echoes.Select(echo => system.ActorOf(Props.Create(() => new Client(echo, each, left)))).ToArray();
        foreach (var client in clients)
            client.Tell("begin", ActorRefs.NoSender);
        await Task.Run(left.Wait).ConfigureAwait(false);
        foreach (var client in clients)
            system.Stop(client);
    }

    private sealed class EchoActor : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message, Self);
    }

    private sealed class Client(IActorRef echo, int each, CountdownEvent left) : UntypedActor
    {
        private int _sent;
        private int _received;

        protected override void OnReceive(object message)
        {
            if (message is "begin")
            {
                while (_sent < Math.Min(InFlight, each))
                    Send();
                return;
            }

            if (++_received == each)
                left.Signal();
            else if (_sent < each)
                Send();
        }

        private void Send()
        {
            _sent++;
            echo.Tell("hit", Self);
        }
    }
}
