using Akka.Actor;
using Akka.Configuration;

namespace Stress;

/// <summary>
/// Creates and terminates actor systems, four at a time: two local ones, each talking to an actor of its own, and two remote
/// ones, one talking to an actor of the other.
/// </summary>
internal static class SystemsRun
{
    private const int WarmUp = 40;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly Config Quiet = ConfigurationFactory.ParseString(
        "akka { loglevel = OFF, stdout-loglevel = OFF, log-dead-letters = off }");

    private static readonly Config Remote = ConfigurationFactory.ParseString(
        """akka { actor.provider = remote, remote.dot-netty.tcp { hostname = "127.0.0.1", port = 0 } }""").WithFallback(Quiet);

    public static async Task<Findings> RunAsync(RunOptions options)
    {
        await MakeAndEndAsync(WarmUp).ConfigureAwait(false);
        var before = Footprint.Now();
        var begin = TimeProvider.System.GetTimestamp();
        await MakeAndEndAsync(options.Count).ConfigureAwait(false);
        var took = TimeProvider.System.GetElapsedTime(begin);

        // A thread takes its time to end after its last work; what doesn't go away by itself is a leak.
        var after = before;
        await Waiting.UntilAsync(() => (after = Footprint.Now()).Threads <= before.Threads + 4, TimeSpan.FromSeconds(30)).ConfigureAwait(false);

        var findings = new Findings();
        findings.Note("systems", options.Count);
        findings.Note("milliseconds", (long)took.TotalMilliseconds);
        findings.Note("threads before", before.Threads);
        findings.Check("threads after", after.Threads, atMost: before.Threads + 4);
        findings.Note("handles before", before.Handles);
        findings.Check("handles after", after.Handles, atMost: before.Handles + 4);
        findings.Note("heap bytes before", before.Heap);
        findings.Check("heap bytes after", after.Heap, atMost: before.Heap + 2_000_000);
        return findings;
    }

    private static async Task MakeAndEndAsync(int count)
    {
        for (var i = 0; i < count; i += 4)
        {
            var all = Enumerable.Range(i, Math.Min(4, count - i))
                .Select(number => ActorSystem.Create($"S{number}", number % 4 < 2 ? Quiet : Remote))
                .ToList();
            foreach (var system in all)
                system.ActorOf(Props.Create(() => new Echo()), "echo");
            foreach (var local in all.Take(2))
                await AskAsync(local, new RootActorPath(new Address("akka", local.Name))).ConfigureAwait(false);
            if (all.Count == 4)
                await AskAsync(all[2], new RootActorPath(((ExtendedActorSystem)all[3]).Provider.DefaultAddress)).ConfigureAwait(false);
            await Task.WhenAll(all.Select(static system => system.Terminate())).WaitAsync(Limit, TimeProvider.System).ConfigureAwait(false);
        }
    }

    private static async Task AskAsync(ActorSystem from, ActorPath root)
    {
        var echo = from.ActorSelection(root / "user" / "echo");
        var answer = await echo.Ask<string>("are you there?", Limit).ConfigureAwait(false);
        if (answer != "are you there?")
            throw new InvalidOperationException($"{root} answered {answer}");
    }
}
