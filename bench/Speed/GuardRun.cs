using System.Globalization;
using Akka.Actor;
using Akka.Configuration;

namespace Speed;

/// <summary>
/// Ping-pong over 127.0.0.1 by many pairs, without RemoteGuard and with it on both sides, in turn. Both nodes are actor systems of this
/// process, so each message is judged once on its way there and once on its way back.
/// </summary>
internal static class GuardRun
{
    private const int Messages = 200_000;
    private const int Pairs = 9;

    private static readonly int[] Clients = [1, 10, 30];

    public static async Task<Table> RunAsync()
    {
        var table = new Table("clients", "messages a second without", "with", "CPU µs each without", "with", "CPU with/without, median of pairs", "rate with/without");
        foreach (var clients in Clients)
        {
            using var plain = new PingPong(clients, isGuarded: false);
            using var guarded = new PingPong(clients, isGuarded: true);
            var (without, with) = (new List<Figures>(), new List<Figures>());
            for (var pair = 0; pair < Pairs + 1; pair++)
            {
                var one = await Measure.OnceAsync(Messages, () => plain.PlayAsync(Messages)).ConfigureAwait(false);
                var other = await Measure.OnceAsync(Messages, () => guarded.PlayAsync(Messages)).ConfigureAwait(false);
                if (pair == 0)
                    continue; // To warm up.
                without.Add(one);
                with.Add(other);
            }

            table.Add(
                Table.Whole(clients),
                Table.Whole(Measure.Median(without.Select(run => run.Rate))),
                Table.Whole(Measure.Median(with.Select(run => run.Rate))),
                Table.Fine(Measure.Median(without.Select(run => run.Cpu))),
                Table.Fine(Measure.Median(with.Select(run => run.Cpu))),
                (Measure.Median(with.Zip(without, (guard, none) => guard.Cpu / none.Cpu))).ToString("N3", CultureInfo.InvariantCulture),
                (Measure.Median(with.Zip(without, (guard, none) => guard.Rate / none.Rate))).ToString("N3", CultureInfo.InvariantCulture));
        }

        return table;
    }

    /// <summary>Two nodes with so many pairs of actors, which play when they are told to.</summary>
    private sealed class PingPong : IDisposable
    {
        private readonly ActorSystem _server;
        private readonly ActorSystem _client;
        private readonly List<IActorRef> _pings;

        public PingPong(int clients, bool isGuarded)
        {
            var settings = ConfigurationFactory.ParseString($$"""
                akka {
                  loglevel = OFF
                  stdout-loglevel = OFF
                  actor.provider = remote
                  remote.dot-netty.tcp { hostname = "127.0.0.1", port = 0, applied-adapters = [{{(isGuarded ? "guard" : "")}}] }
                  remote.adapters.guard = "RemoteGuard.GuardProvider,RemoteGuard"
                  remote.guard { serializers = [17], paths = ["/user/pong"] }
                }
                """);
            (_server, _client) = (ActorSystem.Create("server", settings), ActorSystem.Create("client", settings));
            _server.ActorOf(Props.Create(() => new Pong()), "pong");
            var pong = ActorNodes.FindAsync(_client, ActorNodes.AddressOf(_server), "pong").GetAwaiter().GetResult();
            _pings = [.. Enumerable.Range(0, clients).Select(_ => _client.ActorOf(Props.Create(() => new Ping(pong))))];
        }

        /// <summary>Sends so many messages there, each of which comes back.</summary>
        public async Task PlayAsync(int messages) => await Task.WhenAll(_pings.Select(ping => ping.Ask<string>(messages / _pings.Count, TimeSpan.FromMinutes(5)))).ConfigureAwait(false);

        public void Dispose() => Task.WhenAll(_server.Terminate(), _client.Terminate()).GetAwaiter().GetResult();
    }

    private sealed class Pong : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message, Self);
    }

    /// <summary>Keeps a hundred messages on their way.</summary>
    private sealed class Ping(IActorRef pong) : UntypedActor
    {
        private const int Window = 100;

        private IActorRef? _asker;
        private int _left;
        private int _awaited;

        protected override void OnReceive(object message)
        {
            if (message is int messages)
            {
                (_asker, _left, _awaited) = (Sender, messages, messages);
                for (var sent = 0; sent < Window; sent++)
                    Send();
                return;
            }

            Send();
            if (--_awaited == 0)
                _asker!.Tell("done", Self);
        }

        private void Send()
        {
            if (_left-- > 0)
                pong.Tell("hit", Self);
        }
    }
}
