using System.Diagnostics;
using System.Globalization;
using Stress.Conversations;

namespace Stress.Strangers;

/// <summary>
/// Every harm that strangers are known to do, one after the other, to a seed node alone and to one that goes through all of them; a good
/// peer asks all the while, and in the end four bots have a conversation.
/// </summary>
internal static class StrangersRun
{
    private const long MostMemory = 300_000_000;
    private const long Slack = 30_000_000;
    private const int SlowestAnswer = 5_000;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan ConversationLimit = TimeSpan.FromMinutes(3);

    /// <summary>Does it to nodes without TLS.</summary>
    public static Task<Findings> RunAsync(RunOptions options) => RunAsync(certificates: null);

    /// <summary>Does it to nodes with TLS, by strangers with a good certificate.</summary>
    public static async Task<Findings> RunSecuredAsync(RunOptions options)
    {
        using var certificates = new Certificates();
        return await RunAsync(certificates).ConfigureAwait(false);
    }

    private static async Task<Findings> RunAsync(Certificates? certificates)
    {
        var findings = new Findings();
        foreach (var harm in Harms.All)
            await RunAsync(harm.What, [harm], certificates, findings).ConfigureAwait(false);
        await RunAsync("all in one", Harms.All, certificates, findings).ConfigureAwait(false);
        return findings;
    }

    private static async Task RunAsync(string what, IReadOnlyList<(string What, Func<Target, Task> DoAsync)> harms, Certificates? certificates, Findings findings)
    {
        var scenario = Path.GetTempFileName();
        await File.WriteAllTextAsync(scenario, """
            include "personas.conf"
            include "suggestions.conf"
            roster = [Marija, Felix, Madelen, Rateb]
            room.join-timeout = 1 h
            """).ConfigureAwait(false);
        string[] secured = certificates is null ? [] : ["--tls", certificates.Node, "--tls-trust", certificates.Trusted];
        using var seed = BotNodeProgram.Start(["seed", scenario, "--port", "0", .. secured]);
        var address = (await seed.StandardOutput.ReadLineAsync().ConfigureAwait(false))!;
        var errors = seed.StandardError.ReadToEndAsync();
        var output = seed.StandardOutput.ReadToEndAsync();
        var target = new Target(int.Parse(address.AsSpan(address.LastIndexOf(':') + 1), CultureInfo.InvariantCulture), certificates?.Own, certificates?.Trust);
        await using var memory = new Memory(seed.Id);
        using var end = new CancellationTokenSource();
        var peer = AskAsync(target, end.Token);
        // What is made once and kept is there from here on.
        using (var first = await Caller.AssociateAsync(target, "First", 1).ConfigureAwait(false))
            await first!.IsAnsweredAsync("first").ConfigureAwait(false);
        var before = memory.Now;
        memory.TakeMost();
        var handles = HandlesOf(seed);
        var begin = TimeProvider.System.GetTimestamp();
        foreach (var harm in harms)
            await DoAsync(harm.What, harm.DoAsync, target).ConfigureAwait(false);
        var took = TimeProvider.System.GetElapsedTime(begin);
        var most = memory.TakeMost();
        await UntilAsync(() => memory.Now <= before + Slack && HandlesOf(seed) <= handles + 8).ConfigureAwait(false);
        var (after, left) = (memory.Now, HandlesOf(seed));
        await end.CancelAsync().ConfigureAwait(false);
        var (answered, unanswered, slowest) = await peer.ConfigureAwait(false);
        var (exitCode, _, botErrors) = await BotNodeProgram.RunAsync(ConversationLimit, ["bot", scenario, "--join", address, "--count", "4", .. secured]).ConfigureAwait(false);
        var (seedExitCode, said) = await EndAsync(seed, errors, output).ConfigureAwait(false);
        File.Delete(scenario);

        findings.Note($"{what}: milliseconds", (long)took.TotalMilliseconds);
        findings.Note($"{what}: good exchanges meanwhile", answered);
        findings.Check($"{what}: questions without an answer", unanswered, atMost: 0);
        findings.Check($"{what}: slowest answer, ms", slowest, atMost: SlowestAnswer);
        findings.Note($"{what}: bytes of memory before", before);
        findings.Check($"{what}: at most", most, atMost: MostMemory);
        findings.Check($"{what}: afterwards", after, atMost: before + Slack);
        findings.Check($"{what}: handles afterwards", left, atMost: handles + 8);
        findings.Check($"{what}: lines of the node's log", said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, atMost: 100);
        findings.CheckExactly($"{what}: exit codes of a conversation afterwards", (exitCode ?? -1) + (seedExitCode ?? -1), 0);
        if (exitCode != 0 || seedExitCode != 0)
            await Console.Error.WriteLineAsync($"{botErrors}\n{said}").ConfigureAwait(false);
    }

    private static async Task<(int? ExitCode, string Said)> EndAsync(Process seed, Task<string> errors, Task<string> output)
    {
        try
        {
            await seed.WaitForExitAsync().WaitAsync(ConversationLimit, TimeProvider.System).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            seed.Kill();
            return (null, await errors.ConfigureAwait(false));
        }

        await output.ConfigureAwait(false);
        return (seed.ExitCode, await errors.ConfigureAwait(false));
    }

    private static async Task<(long Answered, long Unanswered, long Slowest)> AskAsync(Target target, CancellationToken end)
    {
        var (answered, unanswered, slowest) = (0L, 0L, 0L);
        using var peer = await Caller.AssociateAsync(target, "GoodPeer", 7).ConfigureAwait(false);
        while (!end.IsCancellationRequested && unanswered == 0)
        {
            var begin = TimeProvider.System.GetTimestamp();
            if (await peer!.IsAnsweredAsync("q").ConfigureAwait(false))
                answered++;
            else
                unanswered++;
            slowest = Math.Max(slowest, (long)TimeProvider.System.GetElapsedTime(begin).TotalMilliseconds);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None).ConfigureAwait(false);
        }

        return (answered, unanswered, slowest);
    }

    private static async Task DoAsync(string what, Func<Target, Task> doAsync, Target target)
    {
        await Console.Error.WriteLineAsync(what).ConfigureAwait(false);
        await doAsync(target).ConfigureAwait(false);
    }

    private static int HandlesOf(Process process) => Directory.GetFiles(string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/fd")).Length;

    private static async Task UntilAsync(Func<bool> condition)
    {
        var begin = TimeProvider.System.GetTimestamp();
        while (!condition() && TimeProvider.System.GetElapsedTime(begin) < Rest)
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System).ConfigureAwait(false);
    }
}
