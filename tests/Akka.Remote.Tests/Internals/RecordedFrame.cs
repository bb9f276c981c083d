using System.Globalization;

namespace Akka.Remote.Tests.Internals;

/// <summary>A frame of frames.txt: one that official nodes exchanged.</summary>
public sealed record RecordedFrame(int Line, byte[] Content)
{
    public static IReadOnlyList<RecordedFrame> All { get; } = Read();

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"line {Line}");

    private static List<RecordedFrame> Read()
    {
        using var stream = typeof(RecordedFrame).Assembly.GetManifestResourceStream("frames.txt")!;
        using var reader = new StreamReader(stream);
        var frames = new List<RecordedFrame>();
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            var columns = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (columns.Length == 4)
                frames.Add(new RecordedFrame(line, Convert.FromHexString(columns[3])));
        }

        return frames;
    }
}
