using Akka.Actor;
using Akka.Configuration;

namespace Stress.Churn;

/// <summary>
/// 10,000 workers in 100 crews that are sent messages by four threads, fail, restart, stop, are replaced and watch each other.
/// In the end every message has been processed or is a dead letter, and every watch has ended in one Terminated.
/// </summary>
internal static class ChurnRun
{
    private const int Crews = 100;
    private const int CrewSize = 100;
    private const int Watchmen = 10;
    private const int Drivers = 4;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static async Task<Findings> RunAsync(RunOptions options)
    {
        var findings = new Findings();
        var system = ActorSystem.Create(
            "Churn", ConfigurationFactory.ParseString("akka { loglevel = OFF, stdout-loglevel = OFF, log-dead-letters = off }"));

        // Once beforehand, so that what is made once and kept doesn't count as a leak.
        await ChurnAsync(system, options with { Count = Math.Min(options.Count, 50_000) }).ConfigureAwait(false);
        var before = Footprint.Now();
        var begin = TimeProvider.System.GetTimestamp();
        var tally = await ChurnAsync(system, options).ConfigureAwait(false);
        var took = TimeProvider.System.GetElapsedTime(begin);
        var after = Footprint.Now();
        await system.Terminate().WaitAsync(Limit, TimeProvider.System).ConfigureAwait(false);

        findings.Note("messages sent", tally.Sent);
        findings.Note("processed", tally.Processed);
        findings.Note("dead letters", tally.Dead);
        findings.CheckExactly("processed + dead letters", tally.Processed + tally.Dead, tally.Sent);
        findings.Note("milliseconds", (long)took.TotalMilliseconds);
        findings.Note("workers replaced", tally.Replaced);
        findings.Note("workers restarted", tally.Restarted);
        findings.Note("crews restarted", tally.CrewRestarts);
        findings.Note("watches", tally.Watches);
        findings.Note("Terminated", tally.Terminated);
        findings.Check("Terminated twice or unasked", tally.TerminatedWrongly, atMost: 0);
        findings.Check("Terminated missing", tally.PendingWatches, atMost: 0);
        findings.Check("crews that did not end", tally.CrewsLeft, atMost: 0);
        findings.Check("other errors", tally.OtherErrors, atMost: 0);
        findings.Note("heap bytes before", before.Heap);
        findings.Check("heap bytes after", after.Heap, atMost: before.Heap + 2_000_000);
        return findings;
    }

    private static async Task<Tally> ChurnAsync(ActorSystem system, RunOptions options)
    {
        var tally = new Tally();
        var places = new Places(Crews * CrewSize);
        var undertaker = system.ActorOf(Props.Create(() => new Undertaker(tally)));
        var watchmen = Enumerable.Range(0, Watchmen)
            .Select(_ => system.ActorOf(Props.Create(() => new Watchman(tally, new Ledger(tally)))))
            .ToList();
        var crews = Enumerable.Range(0, Crews).Select(number => MakeCrew(system, places, number, tally)).ToList();
        await Waiting.UntilAsync(() => Enumerable.Range(0, places.Count).All(place => !places[place].IsNobody()), Limit)
            .ConfigureAwait(false);

        await Task.WhenAll(Enumerable.Range(0, Drivers).Select(number =>
        {
            var driver = new Driver(places, watchmen, tally, unchecked((options.Seed * Drivers) + number));
            return Task.Run(() => driver.SendAsync((options.Count + number) / Drivers));
        })).ConfigureAwait(false);
        await Waiting.UntilAsync(() => tally.Underway == 0, Limit).ConfigureAwait(false);

        places.Closed = true;
        tally.CrewsLeft = crews.Count;
        var ends = crews.Select(crew => crew.GracefulStop(Limit, new Finish())).ToList();
        foreach (var end in ends)
        {
            if (await end.ConfigureAwait(false))
                tally.CrewsLeft--;
        }

        await Waiting.UntilAsync(() => tally is { PendingWatches: 0, Underway: 0 }, Limit).ConfigureAwait(false);
        await Task.WhenAll(watchmen.Append(undertaker).Select(static one => one.GracefulStop(Limit))).ConfigureAwait(false);
        return tally;
    }

    private static IActorRef MakeCrew(ActorSystem system, Places places, int number, Tally tally)
    {
        var ledger = new Ledger(tally);
        return system.ActorOf(Props.Create(() => new Crew(places, number * CrewSize, CrewSize, tally, ledger)), $"crew-{number}");
    }
}
