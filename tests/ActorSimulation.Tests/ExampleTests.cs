using Akka.Actor;
using Akka.Configuration;

namespace ActorSimulation.Tests;

/// <summary>The example in the README, which holds the lines between the two marks.</summary>
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
    [Fact]
    public void The_readme_shows_this_example()
    {
        var source = File.ReadAllText(FileOf("tests/ActorSimulation.Tests/ExampleTests.cs"));
        var example = source[(source.IndexOf("// begin\n", StringComparison.Ordinal) + 9)..source.IndexOf("\n    // end", StringComparison.Ordinal)];
        var shown = string.Join('\n', example.TrimEnd().Split('\n').Select(line => line.Length > 4 ? line[4..] : line));

        Assert.Contains(shown, File.ReadAllText(FileOf("src/ActorSimulation/README.md")), StringComparison.Ordinal);
    }

    private static string FileOf(string path)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SocketBots.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("SocketBots.sln");
        return Path.Combine(folder, path);
    }
}
