using System.Buffers;
using System.IO.Pipelines;

namespace Akka.Remote.Transport.DotNetty;

/// <summary>A connection's pipe as the stream that TLS is spoken on. Reads and writes are asynchronous only.</summary>
internal sealed class PipeStream(IDuplexPipe pipe) : Stream
{
    /// <summary>
    /// Held by whoever lets an SslStream on this stream read, or end its direction: OpenSSL's state takes one of them at a time.
    /// While a read waits here for bytes it is free, as that of a monitor is in a wait.
    /// </summary>
    internal SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>Whether the other side has sent anything yet.</summary>
    internal bool Heard { get; private set; }

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanWrite => true;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Turn.Release();
        ReadResult read;
        try
        {
            read = await pipe.Input.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await Turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        if (read.IsCanceled)
        {
            // An end of the stream would not do: SslStream begins with an empty read, whose result says nothing.
            pipe.Input.AdvanceTo(read.Buffer.Start);
            throw new OperationCanceledException("The connection is being closed");
        }

        var count = (int)Math.Min(buffer.Length, read.Buffer.Length);
        var taken = read.Buffer.Slice(0, count);
        taken.CopyTo(buffer.Span);
        pipe.Input.AdvanceTo(taken.End);
        Heard |= count > 0;
        return count;
    }

    /// <inheritdoc />
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var flush = await pipe.Output.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (flush.IsCompleted)
            throw new IOException("The connection is closed");
    }

    /// <inheritdoc />
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <inheritdoc />
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Turn.Dispose();
        base.Dispose(disposing);
    }
}
