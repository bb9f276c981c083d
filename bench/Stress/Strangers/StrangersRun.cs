using System.Globalization;

namespace Stress.Strangers;

/// <summary>
/// Every harm that strangers are known to do, each to a seed node of its own, and then all to one; a good peer asks all the while, and
/// in the end four bots have a conversation.
/// </summary>
internal static class StrangersRun
{
    private const long MostMemory = 300_000_000;
    private const long Slack = 30_000_000;
    private const int HandlesSlack = 8;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(90);

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
        await using var node = await SeedNode.StartAsync(certificates).ConfigureAwait(false);
        var asking = node.AskAsync();
        // What is made once and kept is there from here on.
        await Harms.OrderAsync(node.Target).ConfigureAwait(false);
        var (before, handles) = (node.Memory.Now, node.Handles);
        node.Memory.TakeMost();
        var begin = TimeProvider.System.GetTimestamp();
        foreach (var harm in harms)
        {
            await harm.DoAsync(node.Target).ConfigureAwait(false);
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{harm.What}: now {node.Memory.Now >> 20} MiB")).ConfigureAwait(false);
        }

        var (took, most) = (TimeProvider.System.GetElapsedTime(begin), node.Memory.TakeMost());
        await SeedNode.UntilAsync(() => node.Memory.Now <= before + Slack && node.Handles <= handles + HandlesSlack, Rest).ConfigureAwait(false);
        var (after, left) = (node.Memory.Now, node.Handles);
        var asked = await asking.EndAsync().ConfigureAwait(false);

        findings.Note($"{what}: milliseconds", (long)took.TotalMilliseconds);
        asked.Report($"{what}: ", findings);
        findings.Note($"{what}: bytes of memory before", before);
        findings.Check($"{what}: at most", most, atMost: MostMemory);
        findings.Check($"{what}: afterwards", after, atMost: before + Slack);
        findings.Check($"{what}: handles afterwards", left, atMost: handles + HandlesSlack);
        await node.ConverseAsync($"{what}: ", findings).ConfigureAwait(false);
    }
}
