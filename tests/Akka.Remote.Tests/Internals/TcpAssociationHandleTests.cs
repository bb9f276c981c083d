using System.Buffers;
using System.IO.Pipelines;
using Akka.Actor;
using Akka.Remote.Transport;
using Akka.Remote.Transport.DotNetty;
using Akka.Remote.Wire;
using Google.Protobuf;

namespace Akka.Remote.Tests.Internals;

public sealed class TcpAssociationHandleTests
{
    [Fact]
    public async Task What_is_queued_for_a_peer_that_never_said_a_word_is_written_before_the_end()
    {
        // Full with the first frame, so that the second one waits.
        var output = new Pipe(new PipeOptions(pauseWriterThreshold: 1, resumeWriterThreshold: 1));
        var handle = Open(output);
        _ = End.ReadBy(handle);
        Assert.True(handle.Write(ByteString.CopyFromUtf8("first")));
        var (first, rest) = await ReadFrame(output.Reader);
        Assert.Equal("first", first);
        Assert.True(handle.Write(ByteString.CopyFromUtf8("second")));

        handle.Disassociate();
        output.Reader.AdvanceTo(rest);

        Assert.Equal("second", (await ReadFrame(output.Reader)).Text);
    }

    [Fact]
    public async Task Who_was_refused_a_frame_hears_when_there_is_room_again()
    {
        var output = new Pipe(new PipeOptions(pauseWriterThreshold: 1, resumeWriterThreshold: 1));
        var handle = Open(output);
        var listener = new Listener();
        handle.ReadHandlerSource.SetResult(listener);
        var frame = ByteString.CopyFrom(new byte[100_000]);
        while (handle.Write(frame))
        {
            // Until nothing goes: nobody reads.
        }

        Assert.False(listener.Drained.IsCompleted);
        var reading = output.Reader.CopyToAsync(Stream.Null);

        await listener.Drained.WaitAsync(Recorder.Limit);
        Assert.True(handle.Write(frame));
        handle.Disassociate();
        await reading.WaitAsync(Recorder.Limit);
    }

    [Fact]
    public async Task A_listener_hears_of_frames_and_the_end_only_unless_it_wants_to_know_more()
    {
        var output = new Pipe(new PipeOptions(pauseWriterThreshold: 1, resumeWriterThreshold: 1));
        var handle = Open(output);
        var end = End.ReadBy(handle);
        var frame = ByteString.CopyFrom(new byte[100_000]);
        while (handle.Write(frame))
        {
            // Until nothing goes: nobody reads.
        }

        var reading = output.Reader.CopyToAsync(Stream.Null);

        await end.Write(frame);
        handle.Disassociate();
        await reading.WaitAsync(Recorder.Limit);
        await end.NextEnd();
    }

    [Fact]
    public async Task The_goodbye_passes_by_a_full_queue()
    {
        var output = new Pipe(new PipeOptions(pauseWriterThreshold: 1, resumeWriterThreshold: 1));
        var handle = Open(output);
        _ = End.ReadBy(handle);
        var frame = ByteString.CopyFrom(new byte[100_000]);
        while (handle.Write(frame))
        {
            // Until nothing goes: nobody reads.
        }

        var goodbye = Pdu.Disassociate(DisassociateInfo.Quarantined);
        Assert.True(handle.Write(goodbye));
        handle.Disassociate();

        using var all = new MemoryStream();
        await output.Reader.CopyToAsync(all).WaitAsync(Recorder.Limit);
        Assert.Equal(goodbye.ToByteArray(), all.ToArray()[^goodbye.Length..]);
    }

    private static TcpAssociationHandle Open(Pipe output)
    {
        var address = new Address("tcp", "A", "here", 1);
        var connection = new Connection(new Pipe().Reader, output.Writer);
        return new TcpAssociationHandle(address, address, connection, connection, 128_000, Recorder.Limit, TimeProvider.System);
    }

    /// <summary>The text of the next frame, none at the end; and where it ends, for the reader to advance to.</summary>
    private static async Task<(string? Text, SequencePosition End)> ReadFrame(PipeReader reader)
    {
        using var limit = new CancellationTokenSource(Recorder.Limit);
        while (true)
        {
            var read = await reader.ReadAsync(limit.Token);
            var buffer = read.Buffer;
            if (FrameCodec.TryRead(ref buffer, 128_000, out var frame, out _) == FrameResult.Frame)
                return (System.Text.Encoding.UTF8.GetString(frame.ToArray()), buffer.Start);
            if (read.IsCompleted)
                return (null, buffer.Start);
            reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private sealed class Listener : IHandleEventListener, IDrainedListener
    {
        private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Drained => _drained.Task;

        public void Notify(IHandleEvent ev)
        {
            // What comes in is not what this is about.
        }

        void IDrainedListener.Drained() => _drained.SetResult();
    }

    private sealed class Connection(PipeReader input, PipeWriter output) : IDuplexPipe, IConnectionEnd
    {
        public PipeReader Input => input;

        public PipeWriter Output => output;

        public ValueTask EndSendingAsync() => output.CompleteAsync();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
