using System.Buffers;
using System.Buffers.Binary;

namespace Akka.Remote.Wire;

/// <summary>What <see cref="FrameCodec.TryRead"/> found at the start of a buffer.</summary>
internal enum FrameResult
{
    /// <summary>More bytes are needed.</summary>
    Incomplete,

    /// <summary>A whole frame was taken off the buffer.</summary>
    Frame,

    /// <summary>The length is negative or above the limit: the stream can't be read any further.</summary>
    Refused,
}

/// <summary>
/// Cuts a stream into frames: a 4-byte little-endian length that does not count itself, then so many bytes.
/// </summary>
internal static class FrameCodec
{
    /// <summary>The bytes before a frame's content.</summary>
    internal const int HeaderLength = sizeof(int);

    /// <summary>
    /// Takes one frame off the front of <paramref name="buffer"/>. The length is judged before anything waits for the content,
    /// so a peer can't make us hold more than <paramref name="maximumLength"/> bytes for it.
    /// </summary>
    internal static FrameResult TryRead(ref ReadOnlySequence<byte> buffer, long maximumLength, out ReadOnlySequence<byte> frame, out int length)
    {
        frame = default;
        length = 0;
        if (buffer.Length < HeaderLength)
            return FrameResult.Incomplete;

        Span<byte> header = stackalloc byte[HeaderLength];
        buffer.Slice(0, HeaderLength).CopyTo(header);
        length = BinaryPrimitives.ReadInt32LittleEndian(header);
        if (length < 0 || length > maximumLength)
            return FrameResult.Refused;
        if (buffer.Length - HeaderLength < length)
            return FrameResult.Incomplete;

        frame = buffer.Slice(HeaderLength, length);
        buffer = buffer.Slice(frame.End);
        return FrameResult.Frame;
    }

    /// <summary>Appends <paramref name="content"/> as one frame.</summary>
    internal static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> content)
    {
        BinaryPrimitives.WriteInt32LittleEndian(output.GetSpan(HeaderLength), content.Length);
        output.Advance(HeaderLength);
        output.Write(content);
    }
}
