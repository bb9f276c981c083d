using System.Buffers;
using Akka.Remote.Wire;

namespace Akka.Remote.Tests.Internals.Codec;

/// <summary>What was written as frames is read as the same frames, however the stream is cut on its way.</summary>
public class FrameStreamTests
{
    private const int Limit = 100_000;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Frames_come_out_as_they_went_in(int seed)
    {
        var random = new Random(seed);
        var frames = Enumerable.Range(0, random.Next(1, 60)).Select(_ => Content(random)).ToList();
        var output = new ArrayBufferWriter<byte>();
        foreach (var frame in frames)
            FrameCodec.Write(output, frame);

        var read = ReadInPieces(output.WrittenMemory, random, out var result);

        Assert.Equal(FrameResult.Incomplete, result);
        Assert.Equal(frames, read);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_comes_before_a_length_that_is_refused_is_read_and_nothing_behind_it(int seed)
    {
        var random = new Random(seed);
        var frames = Enumerable.Range(0, random.Next(0, 10)).Select(_ => Content(random)).ToList();
        var output = new ArrayBufferWriter<byte>();
        foreach (var frame in frames)
            FrameCodec.Write(output, frame);
        output.Write(BitConverter.GetBytes(random.Next(2) == 0 ? random.Next(Limit + 1, int.MaxValue) : random.Next(int.MinValue, 0)));
        FrameCodec.Write(output, [1, 2, 3]);

        var read = ReadInPieces(output.WrittenMemory, random, out var result);

        Assert.Equal(FrameResult.Refused, result);
        Assert.Equal(frames, read);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Arbitrary_bytes_are_frames_within_the_limit_or_refused(int seed)
    {
        var random = new Random(seed);
        var bytes = new byte[random.Next(0, 20_000)];
        random.NextBytes(bytes);

        // Random lengths are nearly all refused; short ones are what makes frames.
        for (var at = 0; at + 4 < bytes.Length && random.Next(8) != 0; at += 4 + random.Next(300))
            bytes.AsSpan(at + 1, 3).Clear();

        var read = ReadInPieces(bytes, random, out _);

        Assert.All(read, frame => Assert.InRange(frame.Length, 0, Limit));
        Assert.True(read.Sum(frame => frame.Length + FrameCodec.HeaderLength) <= bytes.Length);
    }

    /// <summary>Lets the bytes come little by little, and reads whenever some have come.</summary>
    private static List<byte[]> ReadInPieces(ReadOnlyMemory<byte> bytes, Random random, out FrameResult result)
    {
        var frames = new List<byte[]>();
        var taken = 0;
        result = FrameResult.Incomplete;
        for (var come = 0; come < bytes.Length && result != FrameResult.Refused;)
        {
            come = Math.Min(bytes.Length, come + random.Next(1, random.Next(2) == 0 ? 10 : 20_000));
            var buffer = Segments.Of(bytes[taken..come], random);
            while ((result = FrameCodec.TryRead(ref buffer, Limit, out var frame, out _)) == FrameResult.Frame)
                frames.Add(frame.ToArray());
            taken = come - (int)buffer.Length;
        }

        return frames;
    }

    private static byte[] Content(Random random)
    {
        var bytes = new byte[random.Next(10) switch { 0 => 0, 1 => random.Next(Limit + 1), 2 => Limit, _ => random.Next(500) }];
        random.NextBytes(bytes);
        return bytes;
    }
}
