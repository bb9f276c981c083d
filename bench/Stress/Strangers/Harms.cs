using System.Globalization;
using RemoteGuard.Tests.Wire;

namespace Stress.Strangers;

/// <summary>What strangers do to a node. Each goes on until the node shows it the door, or until it has done all that it can.</summary>
internal static class Harms
{
    /// <summary>All of them, with what they do.</summary>
    public static IReadOnlyList<(string What, Func<Target, Task> DoAsync)> All { get; } =
    [
        ("orders to stop, to suspend, to create", OrderAsync),
        ("reads nothing of 500 MB", ReadNothingAsync),
        ("400 MB of system messages without the first", target => SendSystemMessagesAsync(target, first: 1)),
        ("400 MB of system messages with a gap", target => SendSystemMessagesAsync(target, first: 0)),
        ("20,000 made-up peers", target => MakeUpPeersAsync(target, 20_000, watches: false)),
        ("5,000 made-up peers that watch", target => MakeUpPeersAsync(target, 5_000, watches: true)),
        ("5,000 made-up senders", MakeUpSendersAsync),
        ("1,000 silent connections", target => HoldAsync(target, static _ => Task.CompletedTask)),
        ("1,000 connections with most of a frame", target => HoldAsync(target, static caller => caller.SendRawAsync(MostOfAFrame()))),
        ("a million messages as fast as can be", FloodAsync),
    ];

    /// <summary>Everything that a single message can do, by selection, by path, and as a system message.</summary>
    public static async Task OrderAsync(Target target)
    {
        string[] actors = ["user", "system", "system/endpointManager", "system/transports", "system/remote-watcher", "system/remote-guard", "user/chatroom", "user/chatroom/1"];
        var number = 0UL;
        foreach (var actor in actors)
        {
            foreach (var (serializer, manifest, content) in Orders())
            {
                using var caller = await Caller.AssociateAsync(target, Unique("Order", ++number), number).ConfigureAwait(false);
                if (caller is null)
                    continue;
                var payload = TestFrames.Payload(serializer, manifest, content);
                await caller.SendAsync(
                    TestFrames.SelectNames(target.Root, payload, null, actor),
                    TestFrames.Envelope(target.Root + actor, payload),
                    TestFrames.Envelope(target.Root + actor, payload, number: 0)).ConfigureAwait(false);
                await caller.IsAnsweredAsync("done").ConfigureAwait(false);
            }
        }
    }

    private static IEnumerable<(int Serializer, string Manifest, byte[] Content)> Orders()
    {
        yield return (16, "K", []);
        yield return (16, "PP", []);
        yield return (16, "STF", []);
        yield return (1, "", "{\"$type\":\"System.IO.FileSystemWatcher, System.IO.FileSystem.Watcher\"}"u8.ToArray());
        yield return (2, "Akka.Remote.Serialization.Proto.Msg.Payload, Akka.Remote", []);
        yield return (3, "", []);
        foreach (var order in new[] { "Suspend", "Resume", "Terminate", "Recreate", "Create", "Failed", "Supervise" })
            yield return (22, $"Akka.Dispatch.SysMsg.{order}, Akka", []);
    }

    private static async Task ReadNothingAsync(Target target)
    {
        const int Answers = 8_400;
        using var caller = await Caller.AssociateAsync(target, "Deaf", 1, receiveBuffer: 4096).ConfigureAwait(false);
        var question = caller is null ? [] : TestFrames.Envelope(target.Room, TestFrames.Identify(new string('x', 60_000)), $"{caller.Root}temp/a");
        for (var sent = 0; sent < Answers && caller is not null && await caller.SendAsync(question).ConfigureAwait(false); sent++)
        {
        }
    }

    private static async Task SendSystemMessagesAsync(Target target, ulong first)
    {
        const long Bytes = 400 << 20;
        var sent = 0L;
        for (var peer = 0UL; sent < Bytes && peer < 2_000; peer++)
        {
            using var caller = await Caller.AssociateAsync(target, Unique("Gap", peer), peer).ConfigureAwait(false);
            if (caller is null)
                continue;
            var watcher = $"{caller.Root}system/remote-watcher";
            var watchee = $"{target.Root}user/{new string('x', 1_900)}#1";
            byte[] Watch(ulong number) => TestFrames.Envelope(watchee, TestFrames.WatchOf(watchee, watcher), number: number);
            if (first == 0)
                await caller.SendAsync(Watch(0)).ConfigureAwait(false);
            for (var number = 2UL; sent < Bytes; number++)
            {
                var frame = Watch(number);
                if (!await caller.SendAsync(frame).ConfigureAwait(false))
                    break;
                sent += frame.Length;
            }
        }
    }

    private static async Task MakeUpPeersAsync(Target target, int count, bool watches)
    {
        const int AtOnce = 16;
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
        {
            try
            {
                using var caller = await Caller.AssociateAsync(target, Unique("Peer", (ulong)number), (ulong)number, FromSomewhere(number)).ConfigureAwait(false);
                if (caller is null || !watches)
                    return;
                var watchee = $"{target.Root}user/gone#1";
                await caller.SendAsync(TestFrames.Envelope(watchee, TestFrames.WatchOf(watchee, $"{caller.Root}system/remote-watcher"), number: 0)).ConfigureAwait(false);
                await caller.IsAnsweredAsync("done").ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
            {
                // The node has closed it before it was secured.
            }
        }).ConfigureAwait(false);
    }

    private static async Task MakeUpSendersAsync(Target target)
    {
        using var caller = await Caller.AssociateAsync(target, "Senders", 1).ConfigureAwait(false);
        for (var number = 0; number < 5_000 && caller is not null; number++)
            await caller.SendAsync(TestFrames.Envelope(target.Room, TestFrames.Identify("x"), $"{target.Scheme}://{Unique("Third", (ulong)number)}@127.0.0.1:1/user/x")).ConfigureAwait(false);
    }

    private static async Task HoldAsync(Target target, Func<Caller, Task> beginAsync)
    {
        List<Caller> callers = [];
        for (var number = 0; number < 1_000; number++)
        {
            try
            {
                callers.Add(await Caller.ConnectAsync(target, FromSomewhere(number)).ConfigureAwait(false));
                await beginAsync(callers[^1]).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
            {
                // The node has closed it before it was secured.
            }
        }

        foreach (var caller in callers)
        {
            await caller.ReadAsync(TimeSpan.FromMilliseconds(1)).ConfigureAwait(false);
            caller.Dispose();
        }
    }

    private static byte[] MostOfAFrame()
    {
        var bytes = new byte[126_000];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(bytes, 127_000);
        return bytes;
    }

    private static async Task FloodAsync(Target target)
    {
        const int Messages = 1_000_000;
        const int InOne = 500;
        for (var sent = 0; sent < Messages;)
        {
            using var caller = await Caller.AssociateAsync(target, "Flood", (ulong)sent).ConfigureAwait(false);
            if (caller is null)
                return;
            // A Bye of somebody who is not in the room, which the room has to look at.
            byte[][] batch = [.. Enumerable.Repeat(TestFrames.Envelope(target.Room, TestFrames.Payload(4200, "B", []), $"{caller.Root}user/x#1"), InOne)];
            while (sent < Messages && await caller.SendAsync(batch).ConfigureAwait(false))
                sent += InOne;
            sent += InOne;
            await caller.IsAnsweredAsync("done").ConfigureAwait(false);
        }
    }

    private static string FromSomewhere(int number) => string.Create(CultureInfo.InvariantCulture, $"127.0.{1 + (number % 200)}.1");

    private static string Unique(string name, ulong number) => string.Create(CultureInfo.InvariantCulture, $"{name}{number}");
}
