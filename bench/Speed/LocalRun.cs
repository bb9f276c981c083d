using Akka.Actor;

namespace Speed;

/// <summary>Inside one actor system.</summary>
internal static class LocalRun
{
    private const int Messages = 10_000_000;
    private const int Actors = 1_000;
    private const int Pairs = 16;
    private const int Pings = 2_000_000;
    private const int Asks = 300_000;
    private const int Created = 100_000;

    public static async Task<Table> RunAsync()
    {
        using var system = ActorSystem.Create("local", "akka { loglevel = OFF, stdout-loglevel = OFF }");
        var table = new Table("what", "a second", "CPU µs each", "bytes each");
        await AddAsync(table, "tell, 1 actor", Messages, () => TellAsync(system, 1)).ConfigureAwait(false);
        await AddAsync(table, "tell, 1,000 actors", Messages, () => TellAsync(system, Actors)).ConfigureAwait(false);
        await AddAsync(table, "ping-pong, 1 pair", Pings, () => PingPongAsync(system, 1)).ConfigureAwait(false);
        await AddAsync(table, $"ping-pong, {Pairs} pairs", Pings, () => PingPongAsync(system, Pairs)).ConfigureAwait(false);
        await AddAsync(table, "ask", Asks, () => AskAsync(system)).ConfigureAwait(false);
        await AddAsync(table, "create and stop an actor", Created, () => CreateAsync(system)).ConfigureAwait(false);
        table.Add("an idle actor, bytes", string.Empty, string.Empty, Table.Whole(await IdleAsync(system).ConfigureAwait(false)));
        await system.Terminate().ConfigureAwait(false);
        return table;
    }

    private static async Task AddAsync(Table table, string what, int count, Func<Task> work)
    {
        var figures = await Measure.FiguresAsync(count, work).ConfigureAwait(false);
        table.Add(what, Table.Whole(figures.Rate), Table.Fine(figures.Cpu), Table.Fine(figures.Bytes));
    }

    private static async Task TellAsync(ActorSystem system, int actors)
    {
        var message = new object();
        using var left = new CountdownEvent(actors);
        var counters = Enumerable.Range(0, actors)
            .Select(_ => system.ActorOf(Props.Create(() => new Counter(Messages / actors, left)))).ToArray();
        for (var i = 0; i < Messages / actors; i++)
        {
            foreach (var counter in counters)
                counter.Tell(message, ActorRefs.NoSender);
        }

        await Task.Run(left.Wait).ConfigureAwait(false);
        foreach (var counter in counters)
            system.Stop(counter);
    }

    private static async Task PingPongAsync(ActorSystem system, int pairs)
    {
        using var left = new CountdownEvent(pairs);
        var all = new List<IActorRef>();
        for (var i = 0; i < pairs; i++)
        {
            var echo = system.ActorOf(Props.Create(() => new Echo()));
            var pinger = system.ActorOf(Props.Create(() => new Pinger(Pings / pairs / 2, left)));
            all.AddRange([echo, pinger]);
            echo.Tell("hit", pinger);
        }

        await Task.Run(left.Wait).ConfigureAwait(false);
        foreach (var actor in all)
            system.Stop(actor);
    }

    private static async Task AskAsync(ActorSystem system)
    {
        var echo = system.ActorOf(Props.Create(() => new Echo()));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            for (var i = 0; i < Asks / 8; i++)
                await echo.Ask<string>("hit", TimeSpan.FromSeconds(30)).ConfigureAwait(false);
        })).ConfigureAwait(false);
        system.Stop(echo);
    }

    private static async Task CreateAsync(ActorSystem system)
    {
        using var left = new CountdownEvent(Created);
        var parent = system.ActorOf(Props.Create(() => new Parent(left)));
        parent.Tell(Created, ActorRefs.NoSender);
        await Task.Run(left.Wait).ConfigureAwait(false);
        system.Stop(parent);
    }

    private static async Task<double> IdleAsync(ActorSystem system)
    {
        using var left = new CountdownEvent(1);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var idle = Enumerable.Range(0, Created).Select(_ => system.ActorOf(Props.Create(() => new Echo()))).ToArray();
        await idle[^1].Ask<string>("hit", TimeSpan.FromSeconds(30)).ConfigureAwait(false);
        var each = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / Created;
        GC.KeepAlive(idle);
        return each;
    }

    private sealed class Counter(int expected, CountdownEvent left) : UntypedActor
    {
        private int _seen;

        protected override void OnReceive(object message)
        {
            if (++_seen == expected)
                left.Signal();
        }
    }

    private sealed class Echo : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message, Self);
    }

    private sealed class Pinger(int rounds, CountdownEvent left) : UntypedActor
    {
        private int _seen;

        protected override void OnReceive(object message)
        {
            if (++_seen == rounds)
                left.Signal();
            else
                Sender.Tell(message, Self);
        }
    }

    private sealed class Parent(CountdownEvent left) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is not int count)
                return;
            var props = Props.Create(() => new Brief(left));
            for (var i = 0; i < count; i++)
                Context.Stop(Context.ActorOf(props));
        }
    }

    private sealed class Brief(CountdownEvent left) : UntypedActor
    {
        protected override void PostStop() => left.Signal();

        protected override void OnReceive(object message)
        {
        }
    }
}
