using System.Globalization;
using Akka.Actor;
using Akka.Configuration;

namespace ActorSimulation.Tests;

/// <summary>A server that sends numbers back, and clients that each ask for the next one every second and watch the server.</summary>
internal sealed class Echoes
{
    private const int Port = 1000;

    private readonly World _world;
    private readonly Config _settings;

    /// <summary>Starts them.</summary>
    public Echoes(World world, int clients = 1, string settings = "")
    {
        (_world, _settings) = (world, ConfigurationFactory.ParseString(settings));
        Server = world.AddNode("server");
        StartServer();
        Clients = [.. Enumerable.Range(0, clients).Select(number => world.AddNode($"client{number}"))];
        Clients.ForEach(StartClient);
    }

    /// <summary>The node with the server.</summary>
    public SimulatedNode Server { get; }

    /// <summary>The nodes of the clients.</summary>
    public List<SimulatedNode> Clients { get; }

    /// <summary>What clients have heard, as: SECONDS CLIENT NUMBER, or SECONDS CLIENT lost.</summary>
    public List<string> Heard { get; } = [];

    /// <summary>The numbers that the first client has heard.</summary>
    public IEnumerable<int> Numbers => Heard.Select(line => line.Split(' ')).Where(words => words[1] == "client0" && words[2] != "lost")
        .Select(words => int.Parse(words[2], CultureInfo.InvariantCulture));

    /// <summary>Starts the server, in a process of its own if its node was killed.</summary>
    public void StartServer() => Server.Start("Echo", Port, _settings).ActorOf(Props.Create(() => new Echo()), "echo");

    /// <summary>Starts a client.</summary>
    public void StartClient(SimulatedNode node)
    {
        var system = node.Start("Echo", Port, _settings);
        system.ActorOf(Props.Create(() => new Client(node.Name, system.ActorSelection($"akka.tcp://Echo@server:{Port}/user/echo"), Hear)));
    }

    private void Hear(string what) => Heard.Add(string.Create(CultureInfo.InvariantCulture, $"{_world.Now.TotalSeconds:F6} {what}"));

    private sealed class Echo : ReceiveActor
    {
        public Echo() => Receive<int>(number => Sender.Tell(number));
    }

    private sealed class Client : ReceiveActor, IWithTimers
    {
        private int _next;
        private IActorRef? _watched;

        public Client(string name, ActorSelection server, Action<string> hear)
        {
            Receive<string>(_ => server.Tell(++_next));
            Receive<int>(number =>
            {
                hear($"{name} {number}");
                if (!Sender.Equals(_watched))
                    _watched = Context.Watch(Sender);
            });
            Receive<Terminated>(_ => hear($"{name} lost"));
        }

        public ITimerScheduler Timers { get; set; } = null!;

        protected override void PreStart() => Timers.StartPeriodicTimer("ask", "ask", TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }
}
