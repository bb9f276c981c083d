using System.IO.Pipelines;
using System.Net.Security;
using Microsoft.AspNetCore.Connections;

namespace Akka.Remote.Transport.DotNetty;

/// <summary>
/// A connection after its TLS handshake, as a pipe of what is said on it. A receive loop decrypts, a send loop encrypts; when
/// the output is completed, all that is in it is sent, and then our direction is ended (close_notify) while the other goes on.
/// </summary>
internal sealed class TlsPipe : IDuplexPipe, IConnectionEnd
{
    private const int RecordSize = 16 * 1024;

    private readonly ConnectionContext _connection;
    private readonly PipeStream _transport;
    private readonly SslStream _stream;
    private readonly string _onSilentEnd;
    private readonly TimeSpan _linger;
    private readonly TimeProvider _time;
    private readonly Pipe _incoming;
    private readonly Pipe _outgoing = new(new PipeOptions(minimumSegmentSize: RecordSize, useSynchronizationContext: false));
    private readonly Task _receiving;
    private readonly Task _sending;

    /// <summary>Takes over a connection.</summary>
    /// <param name="connection">The connection, which is closed with this pipe.</param>
    /// <param name="transport">The stream on it.</param>
    /// <param name="stream">TLS on that stream, authenticated.</param>
    /// <param name="pipeSize">How many bytes may wait to be read.</param>
    /// <param name="onSilentEnd">What it means when the other side ends without having said anything.</param>
    /// <param name="linger">How long closing waits for what is not yet sent.</param>
    /// <param name="time">Measures it.</param>
    internal TlsPipe(
        ConnectionContext connection, PipeStream transport, SslStream stream, long pipeSize, string onSilentEnd, TimeSpan linger, TimeProvider time)
    {
        _connection = connection;
        _transport = transport;
        _stream = stream;
        _onSilentEnd = onSilentEnd;
        _linger = linger;
        _time = time;
        _incoming = new Pipe(new PipeOptions(
            pauseWriterThreshold: pipeSize, resumeWriterThreshold: pipeSize / 2, minimumSegmentSize: RecordSize, useSynchronizationContext: false));
        _receiving = ReceiveAsync();
        _sending = SendAsync();
    }

    /// <summary>
    /// What the other side says. Ends with an <see cref="InvalidAssociationException"/> when it closed the connection without a
    /// word: it has judged our certificate, and TLS 1.3 has no way to tell us in the handshake.
    /// </summary>
    public PipeReader Input => _incoming.Reader;

    /// <inheritdoc />
    public PipeWriter Output => _outgoing.Writer;

    /// <inheritdoc />
    public ValueTask EndSendingAsync() => Output.CompleteAsync();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Output.CompleteAsync().ConfigureAwait(false);
        using (var done = new CancellationTokenSource())
        {
            await Task.WhenAny(_sending, Task.Delay(_linger, _time, done.Token)).ConfigureAwait(false);
            await done.CancelAsync().ConfigureAwait(false);
        }

        if (!_sending.IsCompleted)
            _connection.Abort();
        await _sending.ConfigureAwait(false);
        await Input.CompleteAsync().ConfigureAwait(false);
        _connection.Transport.Input.CancelPendingRead();
        await _receiving.ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
        await new LingeringClose(_connection, _linger, _time).DisposeAsync().ConfigureAwait(false);
    }

    private async Task ReceiveAsync()
    {
        Exception? failure = null;
        var heard = false;
        try
        {
            while (await ReadAsync(_incoming.Writer.GetMemory(RecordSize)).ConfigureAwait(false) is var count and > 0)
            {
                heard = true;
                _incoming.Writer.Advance(count);
                var flush = await _incoming.Writer.FlushAsync().ConfigureAwait(false);
                if (flush.IsCompleted)
                    break;
            }
        }
#pragma warning disable CA1031 // Whatever ends the reading is told to whoever reads the pipe.
        catch (Exception e)
#pragma warning restore CA1031
        {
            failure = e;
        }

        if (!heard)
            failure = new InvalidAssociationException(TlsFailure.AlertIn(failure) is { } alert ? $"{_onSilentEnd} (it says: {alert})" : _onSilentEnd, failure);
        await _incoming.Writer.CompleteAsync(failure).ConfigureAwait(false);
    }

    private async Task<int> ReadAsync(Memory<byte> buffer)
    {
        await _transport.Turn.WaitAsync().ConfigureAwait(false);
        try
        {
            return await _stream.ReadAsync(buffer).ConfigureAwait(false);
        }
        finally
        {
            _transport.Turn.Release();
        }
    }

    private async Task SendAsync()
    {
        try
        {
            var reader = _outgoing.Reader;
            while (true)
            {
                var read = await reader.ReadAsync().ConfigureAwait(false);
                foreach (var segment in read.Buffer)
                    await _stream.WriteAsync(segment).ConfigureAwait(false);
                reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                    break;
            }

            await EndAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever ends the writing ends the connection, which the receive loop notices and tells.
        catch (Exception)
#pragma warning restore CA1031
        {
            _connection.Transport.Input.CancelPendingRead();
        }

        await _outgoing.Reader.CompleteAsync().ConfigureAwait(false);
    }

    private async Task EndAsync()
    {
        await _transport.Turn.WaitAsync().ConfigureAwait(false);
        try
        {
            await _stream.ShutdownAsync().ConfigureAwait(false);
        }
        finally
        {
            _transport.Turn.Release();
        }
    }
}
