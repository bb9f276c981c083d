using System.IO.Pipelines;
using Akka.Remote.Transport;
using Akka.Remote.Transport.DotNetty;
using Google.Protobuf;

namespace Akka.Remote.Tests.Internals;

/// <summary>A connection is closed while a write hangs. A pipe takes one user at a time: it is completed after the write, not in it.</summary>
public sealed class ClosingWhileWritingTests
{
    private readonly HangingWriter _output = new();
    private readonly Pipe _input = new();
    private readonly TcpAssociationHandle _sut;

    public ClosingWhileWritingTests() => _sut = new TcpAssociationHandle(
        RawPeer.Self, RawPeer.Self, new Duplex(_input.Reader, _output), new Socket(_output), 128_000, TimeSpan.FromMilliseconds(10), TimeProvider.System);

    [Fact]
    public async Task By_us()
    {
        Assert.True(_sut.Write(ByteString.CopyFromUtf8("hangs")));
        await _output.Hangs.WaitAsync(Recorder.Limit);

        _sut.Disassociate();

        await _sut.Completion.WaitAsync(Recorder.Limit);
        Assert.False(_output.WasCompletedInAWrite);
    }

    [Fact]
    public async Task By_the_peer()
    {
        _sut.ReadHandlerSource.SetResult(new Deaf());
        Assert.True(_sut.Write(ByteString.CopyFromUtf8("hangs")));
        await _output.Hangs.WaitAsync(Recorder.Limit);

        await _input.Writer.CompleteAsync();

        await _sut.Completion.WaitAsync(Recorder.Limit);
        Assert.False(_output.WasCompletedInAWrite);
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    /// <summary>Completes the pipe it stands behind when it is disposed, as Kestrel's does.</summary>
    private sealed class Socket(PipeWriter output) : IConnectionEnd
    {
        public ValueTask EndSendingAsync() => output.CompleteAsync();

        public ValueTask DisposeAsync() => output.CompleteAsync();
    }

    private sealed class Deaf : IHandleEventListener
    {
        public void Notify(IHandleEvent ev)
        {
            // Nobody cares.
        }
    }

    /// <summary>Takes bytes, and flushes until it is cancelled.</summary>
    private sealed class HangingWriter : PipeWriter
    {
        private readonly TaskCompletionSource _hangs = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource<FlushResult> _flush = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly byte[] _memory = new byte[1000];

        public Task Hangs => _hangs.Task;

        public bool WasCompletedInAWrite { get; private set; }

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
        {
            _hangs.TrySetResult();
            return new ValueTask<FlushResult>(_flush.Task);
        }

        public override void CancelPendingFlush() => _flush.TrySetResult(new FlushResult(isCanceled: true, isCompleted: false));

        public override void Complete(Exception? exception = null) => WasCompletedInAWrite |= !_flush.Task.IsCompleted;

        public override void Advance(int bytes)
        {
            // Nothing is kept.
        }

        public override Memory<byte> GetMemory(int sizeHint = 0) => _memory;

        public override Span<byte> GetSpan(int sizeHint = 0) => _memory;
    }
}
