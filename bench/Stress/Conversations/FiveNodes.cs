using System.Globalization;

namespace Stress.Conversations;

/// <summary>A seed node with four bot nodes, from their start to their end, and what was seen of them.</summary>
internal static class FiveNodes
{
    private const int Nodes = 4;
    private static readonly TimeSpan VerifyLimit = TimeSpan.FromMinutes(10);

    /// <summary>How many bot nodes there are.</summary>
    public static int BotNodes => Nodes;

    /// <summary>Runs them, and checks that all end with 0 and every transcript verifies.</summary>
    /// <param name="scenario">The file that all of them take.</param>
    /// <param name="seedOptions">What else the seed node is told.</param>
    /// <param name="botOptions">What else every bot node is told.</param>
    /// <param name="transcripts">Where the seed node writes its transcripts, a file or a folder.</param>
    public static async Task<Findings> RunAsync(string scenario, IEnumerable<string> seedOptions, IReadOnlyList<string> botOptions, string transcripts)
    {
        var (begin, traffic) = (TimeProvider.System.GetTimestamp(), Loopback.Now());
        var nodes = new List<NodeProcess> { new("seed node", ["seed", scenario, "--port", "0", "--transcript", transcripts, .. seedOptions]) };
        var address = await nodes[0].ReadLineAsync().ConfigureAwait(false);
        nodes.AddRange(Enumerable.Range(1, Nodes).Select(number => new NodeProcess(
            string.Create(CultureInfo.InvariantCulture, $"bot node {number}"), ["bot", scenario, "--join", address, .. botOptions])));
        var ends = await Task.WhenAll(nodes.Select(node => node.EndAsync())).ConfigureAwait(false);
        var (took, sent) = (TimeProvider.System.GetElapsedTime(begin), Loopback.Now().Since(traffic));

        var findings = new Findings();
        findings.Note("milliseconds", (long)took.TotalMilliseconds);
        foreach (var (node, end) in nodes.Zip(ends))
            findings.Note($"bytes of {node.Name} at most", end.Peak);
        findings.Note("bytes over the loopback interface", sent.Bytes);
        findings.Note("packets over the loopback interface", sent.Packets);
        await CheckAsync(findings, Directory.Exists(transcripts) ? Directory.GetFiles(transcripts) : [transcripts]).ConfigureAwait(false);
        // Seen only where hocon/seed.conf and bot.conf beside the program have loglevel = WARNING.
        findings.Check("refusals in the nodes' logs", ends.Sum(end => end.Errors.Split('\n').Count(IsRefusal)), atMost: 0);
        findings.CheckExactly("nodes that ended with 0", ends.Count(end => end.ExitCode == 0), Nodes + 1);
        foreach (var (node, end) in nodes.Zip(ends).Where(one => one.Second.ExitCode != 0))
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{node.Name}: exit code {end.ExitCode}: {end.Errors}")).ConfigureAwait(false);
        nodes.ForEach(node => node.Dispose());
        return findings;
    }

    private static bool IsRefusal(string line) =>
        line.Contains("Message dropped from ", StringComparison.Ordinal) || line.Contains("Connection closed from ", StringComparison.Ordinal);

    private static async Task CheckAsync(Findings findings, string[] transcripts)
    {
        var verify = await BotNodeProgram.RunAsync(VerifyLimit, ["verify", .. transcripts]).ConfigureAwait(false);
        var whole = verify.Output.Split('\n').Count(line => line.Contains(": whole, ", StringComparison.Ordinal));
        // With the first and the last line, which are no events. What everybody heard was sent once to each bot node there is.
        var events = transcripts.Sum(file => File.ReadLines(file).Count() - 2L);
        findings.Note("events", events);
        findings.Note("messages of the rooms to relays, about", events * Nodes);
        findings.CheckExactly("transcripts that verify", whole, transcripts.Length);
        findings.CheckExactly("transcripts that came to their end by the rules", verify.Output.Split('\n').Count(line => line.Contains(" events, completed, ", StringComparison.Ordinal)), transcripts.Length);
    }
}
