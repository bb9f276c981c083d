using Akka.Actor;
using Akka.Configuration;

namespace ActorSimulation.Tests;

/// <summary>The examples in the README, which holds the lines between the marks.</summary>
public sealed class ExampleTests
{
    // begin
    [Fact]
    public void A_pong_that_is_lost_is_asked_for_again()
    {
        var heard = World.Play(seed: 1, world =>
        {
            var pongs = new List<string>();
            var server = world.AddNode("server").Start("Game", port: 4053, Config.Empty);
            server.ActorOf(Props.Create(() => new Ponger()), "ponger");
            var client = world.AddNode("client").Start("Game", port: 4053, Config.Empty);
            var ponger = client.ActorSelection("akka.tcp://Game@server:4053/user/ponger");
            client.ActorOf(Props.Create(() => new Pinger(ponger, pongs)));

            world.Network.Block("server", "client");
            world.Run(TimeSpan.FromSeconds(30));
            Assert.Empty(pongs);

            world.Network.HealAll();
            world.Run(TimeSpan.FromSeconds(30));
            return pongs;
        });

        Assert.NotEmpty(heard);
    }

    private sealed class Ponger : ReceiveActor
    {
        public Ponger() => Receive<string>(_ => Sender.Tell("pong"));
    }

    private sealed class Pinger : ReceiveActor, IWithTimers
    {
        public Pinger(ActorSelection ponger, List<string> pongs)
        {
            Receive<string>(text => text == "pong", pongs.Add);
            Receive<string>(text => ponger.Tell(text));
        }

        public ITimerScheduler Timers { get; set; } = null!;

        protected override void PreStart() => Timers.StartPeriodicTimer("again", "ping", TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    // end
    // begin
    [Fact]
    public void A_server_that_is_killed_is_found_again()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            World.Play(seed, world =>
            {
                var pongs = new List<string>();
                var server = world.AddNode("server");
                void StartServer() => server.Start("Game", port: 4053, Config.Empty).ActorOf(Props.Create(() => new Ponger()), "ponger");
                StartServer();
                var client = world.AddNode("client").Start("Game", port: 4053, Config.Empty);
                var ponger = client.ActorSelection("akka.tcp://Game@server:4053/user/ponger");
                client.ActorOf(Props.Create(() => new Pinger(ponger, pongs)));

                world.Run(world.Chance.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30)));
                server.Kill(world.Chance.Pick(Enum.GetValues<NodeEnding>()));
                world.Run(world.Chance.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30)));
                StartServer();
                pongs.Clear();

                Assert.True(world.RunUntil(() => pongs.Count > 0, limit: TimeSpan.FromMinutes(1)), $"seed {world.Seed}");
            });
        }
    }

    // end
    [Fact]
    public void The_readme_shows_these_examples()
    {
        var parts = File.ReadAllText(FileOf("tests/ActorSimulation.Tests/ExampleTests.cs")).Split("    // begin\n").Skip(1).Select(part => part.Split("\n    // end\n")[0]).ToList();
        var readme = File.ReadAllText(FileOf("src/ActorSimulation/README.md"));

        Assert.Equal(2, parts.Count);
        Assert.All(parts, part => Assert.Contains(string.Join('\n', part.TrimEnd().Split('\n').Select(line => line.Length > 4 ? line[4..] : line)), readme, StringComparison.Ordinal));
    }

    internal static string FileOf(string path)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SocketBots.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("SocketBots.sln");
        return Path.Combine(folder, path);
    }
}
