using System.Globalization;
using Chatroom.Actors.Hocon;

namespace Stress;

/// <summary>Parses texts that are nearly HOCON, and prints the ones that end in anything but a value or a clear error.</summary>
internal static class HoconRun
{
    private const string Name = "text";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static async Task<Findings> RunAsync(RunOptions options)
    {
        var tally = new Tally();
        var lanes = Enumerable.Range(0, Math.Clamp(Environment.ProcessorCount, 1, 8)).Select(static _ => new Lane()).ToArray();
        var next = -1;
        var begin = TimeProvider.System.GetTimestamp();
        var work = Task.WhenAll(lanes.Select(lane => Task.Factory.StartNew(
            () =>
            {
                int number;
                while ((number = Interlocked.Increment(ref next)) < options.Count)
                    One(HoconMutation.Text(options.Seed, number), number, lane, tally);
                lane.Rest();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
        while (!work.IsCompleted && !lanes.Any(static lane => lane.Overdue(Limit)))
            await Task.WhenAny(work, Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System)).ConfigureAwait(false);
        foreach (var lane in lanes.Where(static lane => lane.Overdue(Limit)))
            tally.Wrong(lane.Number, "takes too long", HoconMutation.Text(options.Seed, lane.Number));

        var findings = new Findings();
        findings.Note("texts", Math.Min(Volatile.Read(ref next) + 1, options.Count));
        findings.Note("milliseconds", (long)TimeProvider.System.GetElapsedTime(begin).TotalMilliseconds);
        var slowest = lanes.MaxBy(static lane => lane.SlowestMilliseconds)!;
        findings.Note("slowest text, its number", slowest.SlowestNumber);
        findings.Note("slowest text, milliseconds", slowest.SlowestMilliseconds);
        findings.Note("values", tally.Values);
        findings.Note("HoconException", tally.ParserErrors);
        findings.Check("texts that ended otherwise", tally.WrongCount, atMost: 0);
        return findings;
    }

    private static void One(string text, int number, Lane lane, Tally tally)
    {
        lane.Begin(number);
        try
        {
            var printed = HoconPrinter.Print(HoconParser.Parse(text, Name));
            if (printed.Length > 0 && HoconPrinter.Print(HoconParser.Parse(printed, Name)) != printed)
                tally.Wrong(number, "what is printed reads otherwise", text);
            tally.AddValue();
        }
        catch (HoconException e)
        {
            tally.AddParserError();
            if (!SaysWhere(e))
                tally.Wrong(number, $"no line that says where: {e.Message}", text);
        }
#pragma warning disable CA1031 // Which exceptions come is the question.
        catch (Exception e)
        {
            tally.Wrong(number, e.ToString(), text);
        }
#pragma warning restore CA1031
        lane.End();
    }

    private static bool SaysWhere(HoconException e) =>
        e.Message.StartsWith($"{Name}:{e.Origin.Line}: ", StringComparison.Ordinal) && !e.Message.AsSpan().ContainsAny('\r', '\n');

    // What one thread is at, for the one that watches.
    private sealed class Lane
    {
        private long _begin;
        private int _number = -1;

        public int Number => Volatile.Read(ref _number);

        public long SlowestMilliseconds { get; private set; }

        public int SlowestNumber { get; private set; }

        public void Begin(int number)
        {
            Volatile.Write(ref _begin, TimeProvider.System.GetTimestamp());
            Volatile.Write(ref _number, number);
        }

        public void End()
        {
            var took = (long)TimeProvider.System.GetElapsedTime(_begin).TotalMilliseconds;
            if (took <= SlowestMilliseconds)
                return;
            SlowestMilliseconds = took;
            SlowestNumber = _number;
        }

        public void Rest() => Volatile.Write(ref _number, -1);

        public bool Overdue(TimeSpan limit) =>
            Number >= 0 && TimeProvider.System.GetElapsedTime(Volatile.Read(ref _begin)) > limit;
    }

    private sealed class Tally
    {
        private long _values;
        private long _parserErrors;
        private long _wrong;

        public long Values => Interlocked.Read(ref _values);

        public long ParserErrors => Interlocked.Read(ref _parserErrors);

        public long WrongCount => Interlocked.Read(ref _wrong);

        public void AddValue() => Interlocked.Increment(ref _values);

        public void AddParserError() => Interlocked.Increment(ref _parserErrors);

        public void Wrong(int number, string what, string text)
        {
            if (Interlocked.Increment(ref _wrong) <= 3)
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"text {number}: {what}\n---\n{text}\n---"));
        }
    }
}
