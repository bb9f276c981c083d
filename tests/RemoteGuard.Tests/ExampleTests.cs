using Akka.Actor;
using Akka.Configuration;

namespace RemoteGuard.Tests;

/// <summary>A program of somebody else's takes the guard by the four lines that the README shows.</summary>
public sealed class ExampleTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Two_nodes_play_ping_pong_and_hear_of_each_others_death()
    {
        var settings = ConfigurationFactory.ParseString($$"""
            {{FirstExample()}}
            akka.actor.provider = remote
            akka.remote.dot-netty.tcp { hostname = "127.0.0.1", port = 0 }
            akka { loglevel = WARNING, stdout-loglevel = OFF, loggers = [] }
            """);
        using var pinger = ActorSystem.Create("Pinger", settings);
        using var ponger = ActorSystem.Create("Ponger", settings);
        var pong = ponger.ActorOf(Props.Create(() => new Pong()), "pong");
        var address = ((ExtendedActorSystem)ponger).Provider.DefaultAddress;
        var result = new TaskCompletionSource<(int Pongs, bool HasDied)>(TaskCreationOptions.RunContinuationsAsynchronously);

        pinger.ActorOf(Props.Create(() => new Ping($"{address}/user/pong", 1000, result)), "ping");

        Assert.Equal((1000, true), await result.Task.WaitAsync(Limit));
        Assert.True(await pong.WatchAsync().WaitAsync(Limit));
    }

    private static string FirstExample() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md")).Split("```hocon")[1].Split("```")[0];

    private sealed class Ping : ReceiveActor
    {
        private int _pongs;
        private bool _isWatching;

        public Ping(string pong, int times, TaskCompletionSource<(int, bool)> result)
        {
            Receive<int>(number =>
            {
                _pongs++;
                if (!_isWatching)
                    Context.Watch(Sender);
                _isWatching = true;
                Sender.Tell(number < times ? number + 1 : "enough");
            });
            Receive<Terminated>(_ => result.TrySetResult((_pongs, true)));
            Context.ActorSelection(pong).Tell(1);
        }
    }

    private sealed class Pong : ReceiveActor
    {
        public Pong()
        {
            Receive<int>(number => Sender.Tell(number));
            Receive<string>(_ => Context.Stop(Self));
        }
    }
}
