using System.Globalization;
using RemoteGuard.Tests.Wire;
using Stress.Strangers;

namespace Stress.Frames;

/// <summary>Frames that are nearly legal, over TCP, to a seed node with its guard, by eight strangers; in the end four bots have a conversation.</summary>
internal static class NodeFramesRun
{
    private const int Strangers = 8;
    private const int MostFrames = 40;
    private const long Slack = 30_000_000;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(90);

    public static async Task<Findings> RunAsync(RunOptions options)
    {
        await using var node = await SeedNode.StartAsync(certificates: null).ConfigureAwait(false);
        await SendAsync(node.Target, options with { Count = Math.Min(options.Count, 20_000), Seed = ~options.Seed }).ConfigureAwait(false);
        var (before, handles) = (node.Memory.Now, node.Handles);
        node.Memory.TakeMost();
        var asking = node.AskAsync();
        var begin = TimeProvider.System.GetTimestamp();
        var (frames, connections, ended) = await SendAsync(node.Target, options).ConfigureAwait(false);
        var took = TimeProvider.System.GetElapsedTime(begin);
        var most = node.Memory.TakeMost();
        await SeedNode.UntilAsync(() => node.Memory.Now <= before + Slack && node.Handles <= handles + 8, Rest).ConfigureAwait(false);
        var (after, left) = (node.Memory.Now, node.Handles);
        var asked = await asking.EndAsync().ConfigureAwait(false);

        var findings = new Findings();
        findings.Note("milliseconds", (long)took.TotalMilliseconds);
        findings.Note("frames", frames);
        findings.Note("connections", connections);
        findings.Note("connections ended by the node", ended);
        asked.Report("", findings);
        findings.Note("bytes of memory before", before);
        findings.Note("bytes of memory at most", most);
        findings.Check("bytes of memory afterwards", after, atMost: before + Slack);
        findings.Check("handles afterwards", left, atMost: handles + 8);
        await node.ConverseAsync("", findings).ConfigureAwait(false);
        return findings;
    }

    private static async Task<(long Frames, long Connections, long Ended)> SendAsync(Target target, RunOptions options)
    {
        var (frames, connections, ended) = (0L, 0L, 0L);
        await Task.WhenAll(Enumerable.Range(0, Strangers).Select(stranger => Task.Run(async () =>
        {
            var random = new Random(unchecked((options.Seed * 31) + stranger));
            for (var number = 0; Interlocked.Read(ref frames) < options.Count; number++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"S{stranger}-{number}");
                var from = string.Create(CultureInfo.InvariantCulture, $"127.0.{1 + stranger}.{1 + (number % 250)}");
                using var caller = await Caller.AssociateAsync(target, name, (ulong)random.Next(), from).ConfigureAwait(false);
                if (caller is null)
                    continue;
                var batch = Batch(random, target, caller);
                await caller.SendAsync(batch).ConfigureAwait(false);
                Interlocked.Add(ref frames, batch.Length);
                Interlocked.Increment(ref connections);
                if (!await caller.IsAnsweredAsync("mark").ConfigureAwait(false))
                    Interlocked.Increment(ref ended);
            }
        }))).ConfigureAwait(false);
        return (frames, connections, ended);
    }

    private static byte[][] Batch(Random random, Target target, Caller caller)
    {
        var legal = LegalFrames.Of(target.Root, "user/chatroom", caller.Root, TestFrames.Payload(4200, "B", []));
        return [.. Enumerable.Range(0, random.Next(1, MostFrames)).Select(_ => random.Next(8) switch
        {
            0 => FrameMutation.Noise(random, 300),
            1 => FrameMutation.Of(random, legal),
            2 => legal[random.Next(legal.Count)],
            _ => FieldMutation.Of(random, legal),
        })];
    }
}
