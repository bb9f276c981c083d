using System.Buffers;
using System.IO.Pipelines;
using Akka.Actor;
using Akka.Remote.Wire;
using Google.Protobuf;

namespace Akka.Remote.Transport.DotNetty;

/// <summary>
/// One connection over a duplex pipe (a socket's, or one wrapped around it). A read loop cuts frames and hands them on; a
/// write loop takes all that is queued, writes it with one flush, and looks again.
/// </summary>
internal sealed class TcpAssociationHandle : AssociationHandle
{
    // The handshake, a few hundred bytes. Who has not sent it yet makes us hold no more than this.
    private const long MaximumFirstFrame = 4096;

    // A goodbye or a sign of life has 4 bytes, as has an acknowledgement of number 0; all else has more. They go by a full queue as
    // well: the peer has to know why a connection ends, and that its other side lives.
    private const int ShortFrame = 8;

    private readonly IDuplexPipe _pipe;
    private readonly IConnectionEnd _connection;
    private readonly long _maximumFrameSize;
    private readonly long _highWaterMark;
    private readonly TimeProvider _time;
    private readonly TimeSpan _linger;
    private readonly Lock _gate = new();
    private List<ByteString> _queue = [];
    private List<ByteString> _spare = [];
    private long _queuedBytes;
    private bool _writing;
    private bool _hasRefused;
    private Task _writer = Task.CompletedTask;
    private volatile bool _closing;
    private bool _broken;
    private bool _isAcquainted;
    private TaskCompletionSource? _flushed;

    /// <summary>Takes over an open connection. Nothing is read before <see cref="AssociationHandle.ReadHandlerSource"/> is set.</summary>
    internal TcpAssociationHandle(
        Address local, Address remote, IDuplexPipe pipe, IConnectionEnd connection, long maximumFrameSize, TimeSpan linger, TimeProvider time)
        : base(local, remote)
    {
        _pipe = pipe;
        _connection = connection;
        _maximumFrameSize = maximumFrameSize;
        _highWaterMark = Math.Max(1 << 20, 4 * maximumFrameSize);
        _linger = linger;
        _time = time;
        Completion = RunAsync();
    }

    /// <summary>Done when the connection is closed and its resources are free. Never fails.</summary>
    internal Task Completion { get; }

    /// <inheritdoc />
    public override bool Write(ByteString payload)
    {
        lock (_gate)
        {
            if (_closing || _broken)
                return false;
            if (_queuedBytes > _highWaterMark && payload.Length > ShortFrame)
            {
                _hasRefused = true;
                return false;
            }

            _queue.Add(payload);
            _queuedBytes += payload.Length + FrameCodec.HeaderLength;
            if (_writing)
                return true;
            _writing = true;
            _writer = Task.Run(WriteQueuedAsync);
        }

        return true;
    }

    /// <inheritdoc />
    public override void Disassociate()
    {
        lock (_gate)
        {
            if (_closing)
                return;
            _closing = true;
            _flushed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (!_writing)
                _flushed.SetResult();
        }

        ReadHandlerSource.TrySetCanceled();
        _ = FinishAsync(_flushed.Task);
    }

    /// <summary>
    /// Ends our direction once all is written, then waits for the peer to end its own, so that nothing in flight is lost;
    /// after the linger time it is cut off.
    /// </summary>
    private async Task FinishAsync(Task flushed)
    {
        using var done = new CancellationTokenSource();
        var linger = Task.Delay(_linger, _time, done.Token);
        await Task.WhenAny(flushed, Completion, linger).ConfigureAwait(false);
        await EndWritingAsync().ConfigureAwait(false);
        await _connection.EndSendingAsync().ConfigureAwait(false);

        // Who never said a word has nothing in flight.
        if (Volatile.Read(ref _isAcquainted))
            await Task.WhenAny(Completion, linger).ConfigureAwait(false);
        await done.CancelAsync().ConfigureAwait(false);
        await _pipe.Output.CompleteAsync().ConfigureAwait(false);
        Break();
    }

    private async Task WriteQueuedAsync()
    {
        try
        {
            while (true)
            {
                List<ByteString> batch;
                lock (_gate)
                {
                    if (_queue.Count == 0 || _broken)
                    {
                        _writing = false;
                        _flushed?.TrySetResult();
                        return;
                    }

                    batch = _queue;
                    _queue = _spare;
                    _spare = batch;
                }

                long written = 0;
                foreach (var payload in batch)
                {
                    FrameCodec.Write(_pipe.Output, payload.Span);
                    written += payload.Length + FrameCodec.HeaderLength;
                }

                batch.Clear();
                var flush = await _pipe.Output.FlushAsync().ConfigureAwait(false);
                bool isDrained;
                lock (_gate)
                {
                    _queuedBytes -= written;
                    _broken |= flush.IsCompleted;
                    isDrained = _hasRefused && _queuedBytes <= _highWaterMark;
                    _hasRefused &= !isDrained;
                }

                if (isDrained && ReadHandlerSource.Task is { IsCompletedSuccessfully: true, Result: IDrainedListener listener })
                    listener.Drained();
            }
        }
#pragma warning disable CA1031 // Whatever ends the writing ends the connection; there is no one above this loop to tell.
        catch (Exception)
#pragma warning restore CA1031
        {
            Break();
        }
    }

    /// <summary>A pipe that is completed while it is written to gives its memory away twice: the write loop ends first.</summary>
    private async Task EndWritingAsync()
    {
        Task writer;
        lock (_gate)
        {
            _broken = true;
            writer = _writer;
        }

        _pipe.Output.CancelPendingFlush();
        await writer.ConfigureAwait(false);
    }

    private void Break()
    {
        lock (_gate)
        {
            _broken = true;
            _writing = false;
            _queue.Clear();
            _flushed?.TrySetResult();
        }

        _pipe.Input.CancelPendingRead();
    }

    private async Task RunAsync()
    {
        IHandleEventListener? listener = null;
        InvalidAssociationException? cause = null;
        try
        {
            try
            {
                listener = await ReadHandlerSource.Task.ConfigureAwait(false);
                await ReadAsync(listener).ConfigureAwait(false);
            }
            catch (InvalidAssociationException e)
            {
                cause = e;
            }
            finally
            {
                Break();
                listener?.Notify(new Disassociated(DisassociateInfo.Unknown, cause));
            }
        }
#pragma warning disable CA1031 // A reset socket, a cancelled read, a listener that failed: the connection is over all the same.
        catch (Exception)
#pragma warning restore CA1031
        {
            // The listener was told of an end; what is left is to free the socket.
        }

        await EndWritingAsync().ConfigureAwait(false);
        await _pipe.Input.CompleteAsync().ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    private async Task ReadAsync(IHandleEventListener listener)
    {
        while (true)
        {
            var read = await _pipe.Input.ReadAsync().ConfigureAwait(false);
            var isRefused = !TryTake(read.Buffer, listener, out var rest);
            _pipe.Input.AdvanceTo(rest, read.Buffer.End);
            if (isRefused || read.IsCompleted || read.IsCanceled)
                return;
        }
    }

    /// <summary>Hands on the whole frames in a buffer, and says what is left of it. False: the stream can't be read any further.</summary>
    private bool TryTake(ReadOnlySequence<byte> buffer, IHandleEventListener listener, out SequencePosition rest)
    {
        while (!_closing)
        {
            var limit = _isAcquainted ? _maximumFrameSize : Math.Min(MaximumFirstFrame, _maximumFrameSize);
            var result = FrameCodec.TryRead(ref buffer, limit, out var frame, out _);
            if (result != FrameResult.Frame)
            {
                if (result == FrameResult.Refused && !_isAcquainted && TlsRecord.IsAtStart(buffer))
                    throw new InvalidAssociationException(TlsFailure.OnlyTheySpeakTls);
                rest = buffer.Start;
                return result != FrameResult.Refused;
            }

            Volatile.Write(ref _isAcquainted, true);
            listener.Notify(new InboundPayload(UnsafeByteOperations.UnsafeWrap(frame.ToArray())));
        }

        // Nobody listens any more; the end is all that is waited for.
        rest = buffer.End;
        return true;
    }
}
