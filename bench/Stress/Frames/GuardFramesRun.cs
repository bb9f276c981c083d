using System.Globalization;
using RemoteGuard.Tests.InProcess;
using RemoteGuard.Tests.Wire;

namespace Stress.Frames;

/// <summary>Frames that are nearly legal, right into the guard, without a network; a good peer's message has to come through after each connection.</summary>
internal static class GuardFramesRun
{
    private const string Here = "akka.tcp://Here@127.0.0.1:8080/";
    private const int FramesOfAConnection = 20;
    private const long Slack = 8_000_000;

    public static async Task<Findings> RunAsync(RunOptions options)
    {
        await using var guard = await GuardInProcess.StartAsync("serializers = [17], paths = [\"/user/room\"], handshakes-per-second = 1000000").ConfigureAwait(false);
        var question = TestFrames.Envelope($"{Here}user/room", TestFrames.Text("are you there?"), "akka.tcp://Good@127.0.0.1:1/user/x#1");
        var tally = new Tally();
        // Once beforehand, so that what is made once and kept doesn't count as a leak.
        await SendAsync(guard, new Random(~options.Seed), Math.Min(options.Count, 20_000), question, new Tally()).ConfigureAwait(false);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var begin = TimeProvider.System.GetTimestamp();
        await SendAsync(guard, new Random(options.Seed), options.Count, question, tally).ConfigureAwait(false);
        var took = TimeProvider.System.GetElapsedTime(begin);

        var findings = new Findings();
        findings.Note("milliseconds", (long)took.TotalMilliseconds);
        findings.Note("frames", tally.Frames);
        findings.Note("frames that came through", tally.Passed);
        findings.Note("connections", tally.Connections);
        findings.Note("connections ended by the guard", tally.Ended);
        findings.Check("exceptions that left the guard", tally.Exceptions, atMost: 0);
        findings.Check("messages of a good peer that did not come through", tally.Lost, atMost: 0);
        findings.Note("heap bytes before", before);
        findings.Check("heap bytes after", GC.GetTotalMemory(forceFullCollection: true), atMost: before + Slack);
        return findings;
    }

    private static async Task SendAsync(GuardInProcess guard, Random random, int count, byte[] question, Tally tally)
    {
        var good = await AssociateAsync(guard, "Good", 1).ConfigureAwait(false);
        var goodHeard = guard.Let[guard.Last!];
        var goodbye = TestFrames.Control(4); // The guard's own, when it ends the connection.
        for (var connection = 2; tally.Frames < count; connection++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"P{connection}");
            var port = 2 + (connection % 60_000);
            var legal = LegalFrames.Of(Here, "user/room", string.Create(CultureInfo.InvariantCulture, $"akka.tcp://{name}@127.0.0.1:{port}/"), TestFrames.Text("x"));
            var stranger = await AssociateAsync(guard, name, port).ConfigureAwait(false);
            var heard = guard.Let[guard.Last!];
            tally.Connections++;
            for (var number = 0; number < FramesOfAConnection && !stranger.HasEnded; number++)
            {
                tally.Frames++;
                Come(stranger, random.Next(4) == 0 ? FrameMutation.Of(random, legal) : FieldMutation.Of(random, legal), tally);
            }

            tally.Ended += stranger.HasEnded ? 1 : 0;
            tally.Passed += heard.Frames.Count(frame => !frame.AsSpan().SequenceEqual(goodbye)) - 1;
            stranger.End();
            guard.Let.Remove(guard.Last!);
            goodHeard.Frames.Clear();
            Come(good, question, tally);
            tally.Lost += goodHeard.Frames.Exists(frame => frame.AsSpan().SequenceEqual(question)) ? 0 : 1;
        }

        good.End();
    }

    private static void Come(FakeConnection connection, byte[] frame, Tally tally)
    {
        try
        {
            connection.Come(frame);
        }
#pragma warning disable CA1031 // Which exceptions come is the question.
        catch (Exception error)
        {
            if (tally.Exceptions++ < 3)
                Console.Error.WriteLine($"{error}\n{Convert.ToHexString(frame)}");
        }
#pragma warning restore CA1031
    }

    private static async Task<FakeConnection> AssociateAsync(GuardInProcess guard, string name, int port)
    {
        var connection = await guard.ComeAsync("127.0.0.1", port).ConfigureAwait(false);
        connection.Come(TestFrames.Associate(name, "127.0.0.1", port, (ulong)port));
        return connection;
    }

    private sealed class Tally
    {
        public long Frames { get; set; }

        public long Passed { get; set; }

        public long Connections { get; set; }

        public long Ended { get; set; }

        public long Exceptions { get; set; }

        public long Lost { get; set; }
    }
}
