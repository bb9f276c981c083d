using System.Globalization;
using Akka.Actor;
using Chatroom.Actors;

namespace Speed;

/// <summary>
/// A room's lines to its bots: each is told once to the relay of each node, which hands it on. The relays and bots are plain actors
/// of this program, so that there may be more of them than a scenario has names; lines and serializer are the chatroom's. All nodes
/// are actor systems of this process.
/// </summary>
internal static class RoomRun
{
    private const int Deliveries = 1_000_000;
    private const int LongestRun = 20_000;

    private static readonly int[] Bots = [4, 100, 1_000, 10_000];
    private static readonly int[] Nodes = [1, 4];

    public static async Task<Table> RunAsync()
    {
        var table = new Table("bots", "nodes", "lines delivered a second", "CPU µs each", "bytes allocated each");
        foreach (var bots in Bots)
        {
            foreach (var nodes in Nodes)
                await AddAsync(table, bots, nodes).ConfigureAwait(false);
        }

        return table;
    }

    private static async Task AddAsync(Table table, int bots, int nodes)
    {
        var lines = Math.Min(Deliveries / bots, LongestRun);
        using var seed = ActorNodes.Start("seed");
        var systems = Enumerable.Range(0, nodes).Select(number => ActorNodes.Start(string.Create(CultureInfo.InvariantCulture, $"node{number}"))).ToList();
        var done = new CountdownEvent(1);
        var relays = new List<IActorRef>();
        foreach (var system in systems)
        {
            system.ActorOf(Props.Create(() => new Relay(bots / nodes, () => done.Signal())), "relay");
            relays.Add(await ActorNodes.FindAsync(seed, ActorNodes.AddressOf(system), "relay").ConfigureAwait(false));
        }

        var room = seed.ActorOf(Props.Create(() => new Room(relays)), "room");
        var figures = await Measure.FiguresAsync((long)lines * bots, async () =>
        {
            done = new CountdownEvent(bots);
            foreach (var relay in relays)
                relay.Tell(lines, ActorRefs.NoSender);
            room.Tell(lines, ActorRefs.NoSender);
            await Task.Run(done.Wait).ConfigureAwait(false);
        }).ConfigureAwait(false);
        table.Add(Table.Whole(bots), Table.Whole(nodes), Table.Whole(figures.Rate), Table.Fine(figures.Cpu), Table.Fine(figures.Bytes));
        await Task.WhenAll(systems.Append(seed).Select(system => system.Terminate())).ConfigureAwait(false);
    }

    private static ChatroomProtocol.Happened Line(int number) =>
        new ChatroomProtocol.Happened(new Said(number, 12_345, 1, "Rateb", "I think I should go swimming, what a fine idea", Late: false));

    /// <summary>Tells so many lines, no more at a time than the relays have room for.</summary>
    private sealed class Room(IReadOnlyList<IActorRef> relays) : UntypedActor
    {
        private const int Window = 100;

        private int _left;
        private int _number;
        private int _unheard;

        protected override void OnReceive(object message)
        {
            if (message is int lines)
                _left = lines;
            else
                _unheard--;
            while (_left > 0 && _unheard <= Window * relays.Count)
            {
                _left--;
                var line = Line(++_number);
                foreach (var relay in relays)
                {
                    relay.Tell(line, Self);
                    _unheard++;
                }
            }
        }
    }

    private sealed class Relay : UntypedActor
    {
        private readonly List<IActorRef> _bots;

        public Relay(int bots, Action done) =>
            _bots = [.. Enumerable.Range(0, bots).Select(_ => Context.ActorOf(Props.Create(() => new Bot(done))))];

        protected override void OnReceive(object message)
        {
            foreach (var bot in _bots)
                bot.Tell(message, Sender);
            if (message is not int)
                Sender.Tell("heard", Self);
        }
    }

    private sealed class Bot(Action done) : UntypedActor
    {
        private int _left;

        protected override void OnReceive(object message)
        {
            if (message is int lines)
                _left = lines;
            else if (--_left == 0)
                done();
        }
    }
}
