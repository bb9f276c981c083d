using System.Buffers;

namespace Akka.Remote.Tests.Internals.Codec;

/// <summary>Bytes in pieces, as a pipe has them.</summary>
internal static class Segments
{
    /// <summary>The same bytes, cut into segments at random; some are empty.</summary>
    public static ReadOnlySequence<byte> Of(ReadOnlyMemory<byte> bytes, Random random)
    {
        var first = new Segment(bytes[..0], null);
        var last = first;
        for (var at = 0; at < bytes.Length;)
        {
            var length = Math.Min(bytes.Length - at, random.Next(0, random.Next(1, 4) == 1 ? 3 : 5000));
            last = new Segment(bytes.Slice(at, length), last);
            at += length;
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> bytes, Segment? before)
        {
            Memory = bytes;
            if (before is null)
                return;
            before.Next = this;
            RunningIndex = before.RunningIndex + before.Memory.Length;
        }
    }
}
