using System.Buffers;
using Akka.Remote.Wire;

namespace Akka.Remote.Tests.Internals;

public class FrameCodecTests
{
    [Fact]
    public void What_was_written_is_read()
    {
        var output = new ArrayBufferWriter<byte>();
        FrameCodec.Write(output, [1, 2, 3]);
        FrameCodec.Write(output, []);
        var buffer = new ReadOnlySequence<byte>(output.WrittenMemory);

        Assert.Equal(FrameResult.Frame, FrameCodec.TryRead(ref buffer, 100, out var first, out _));
        Assert.Equal(FrameResult.Frame, FrameCodec.TryRead(ref buffer, 100, out var second, out _));

        Assert.Equal([1, 2, 3], first.ToArray());
        Assert.True(second.IsEmpty);
        Assert.True(buffer.IsEmpty);
    }

    [Fact]
    public void The_length_is_little_endian_and_does_not_count_itself()
    {
        var output = new ArrayBufferWriter<byte>();
        FrameCodec.Write(output, new byte[258]);

        Assert.Equal([2, 1, 0, 0], output.WrittenSpan[..4].ToArray());
        Assert.Equal(262, output.WrittenCount);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    public void Part_of_a_frame_is_left_in_the_buffer(int received)
    {
        byte[] whole = [3, 0, 0, 0, 7, 8, 9];
        var buffer = new ReadOnlySequence<byte>(whole, 0, received);

        Assert.Equal(FrameResult.Incomplete, FrameCodec.TryRead(ref buffer, 100, out _, out _));
        Assert.Equal(received, buffer.Length);
    }

    [Fact]
    public void A_length_split_over_two_segments_is_read()
    {
        var first = new Segment([3, 0], null);
        var last = new Segment([0, 0, 7, 8, 9], first);
        var buffer = new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);

        Assert.Equal(FrameResult.Frame, FrameCodec.TryRead(ref buffer, 100, out var frame, out _));
        Assert.Equal([7, 8, 9], frame.ToArray());
    }

    [Theory]
    [InlineData(new byte[] { 101, 0, 0, 0 })]
    [InlineData(new byte[] { 255, 255, 255, 255 })]
    [InlineData(new byte[] { 255, 255, 255, 127 })]
    public void A_length_above_the_limit_or_below_zero_is_refused_before_the_content_comes(byte[] header)
    {
        var buffer = new ReadOnlySequence<byte>(header);

        Assert.Equal(FrameResult.Refused, FrameCodec.TryRead(ref buffer, 100, out _, out _));
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] bytes, Segment? before)
        {
            Memory = bytes;
            if (before is null)
                return;
            before.Next = this;
            RunningIndex = before.RunningIndex + before.Memory.Length;
        }
    }
}
