using System.Globalization;
using Akka.Actor;
using Akka.Configuration;

namespace Stress.Frames;

/// <summary>
/// Eight strangers send a node frames over raw TCP: recorded ones with changes, noise, lengths that are wrong, in many connections.
/// A good peer asks questions all the while. The node goes on, each question is answered, and no memory is left.
/// </summary>
internal static class FramesRun
{
    private const int Strangers = 8;

    // A node may keep some thousand references that it has made of paths, whoever sent them.
    private const int Slack = 6_000_000;

    // Addresses that were made up are given up when their gates open.
    private static readonly TimeSpan Gate = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly Config Settings = ConfigurationFactory.ParseString("""
        akka {
          loglevel = OFF, stdout-loglevel = OFF, log-dead-letters = off
          actor.provider = remote
          remote.dot-netty.tcp { hostname = "127.0.0.1", port = 0 }
        }
        """);

    public static async Task<Findings> RunAsync(RunOptions options)
    {
        var node = ActorSystem.Create("Chatroom", Settings);
        node.ActorOf(Props.Create(() => new Echo()), "echo");
        node.ActorOf(Props.Create(() => new Hall()), "hall");
        var counter = node.ActorOf(Props.Create(() => new Counter()), "counter");
        var good = ActorSystem.Create("Good", Settings);

        // Once beforehand, so that what is made once and kept doesn't count as a leak.
        await RoundAsync(node, good, counter, options with { Count = Math.Min(options.Count, 20_000), Seed = ~options.Seed }).ConfigureAwait(false);
        var before = Footprint.Now();
        var begin = TimeProvider.System.GetTimestamp();
        var (tally, peer) = await RoundAsync(node, good, counter, options).ConfigureAwait(false);
        var took = TimeProvider.System.GetElapsedTime(begin);

        await Waiting.UntilAsync(() => Footprint.Now().Heap <= before.Heap, Gate).ConfigureAwait(false);
        var after = Footprint.Now();
        var ended = node.WhenTerminated.IsCompleted;
        await Task.WhenAll(node.Terminate(), good.Terminate()).WaitAsync(Limit, TimeProvider.System).ConfigureAwait(false);

        var findings = Report(tally, peer);
        findings.Note("milliseconds", (long)took.TotalMilliseconds);
        findings.Check("nodes that ended", ended ? 1 : 0, atMost: 0);
        findings.Note("threads", after.Threads);
        findings.Note("handles before", before.Handles);
        findings.Check("handles after", after.Handles, atMost: before.Handles + 8);
        findings.Note("heap bytes before", before.Heap);
        findings.Check("heap bytes after", after.Heap, atMost: before.Heap + Slack);
        return findings;
    }

    private static Findings Report(Tally tally, GoodPeer peer)
    {
        var findings = new Findings();
        findings.Note("frames sent", tally.Sent);
        findings.Note("frames read by the node", tally.Read);
        findings.Note("connections", tally.Connections);
        findings.Note("connections closed for a frame", tally.Closed);
        findings.Check("connections that did not end", tally.Endless, atMost: 0);
        findings.Note("good exchanges", peer.Answered);
        findings.Check("questions without an answer", peer.Unanswered, atMost: 0);
        findings.Check("slowest exchange, milliseconds", peer.SlowestMilliseconds, atMost: 5_000);
        return findings;
    }

    private static async Task<(Tally Tally, GoodPeer Peer)> RoundAsync(ActorSystem node, ActorSystem good, IActorRef counter, RunOptions options)
    {
        var address = ((ExtendedActorSystem)node).Provider.DefaultAddress;
        var tally = new Tally();
        var peer = new GoodPeer(good, address);
        using var end = new CancellationTokenSource();
        var asking = Task.Run(() => peer.RunAsync(end.Token));
        await Task.WhenAll(Enumerable.Range(0, Strangers).Select(i => Task.Run(() =>
            new Stranger(string.Create(CultureInfo.InvariantCulture, $"Stranger{i}"), unchecked((options.Seed * 31) + i), address, counter, tally).RunAsync(options.Count))))
            .ConfigureAwait(false);
        await end.CancelAsync().ConfigureAwait(false);
        await asking.ConfigureAwait(false);
        return (tally, peer);
    }
}
