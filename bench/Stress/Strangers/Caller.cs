using System.Buffers.Binary;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using RemoteGuard.Tests.Wire;

namespace Stress.Strangers;

/// <summary>A connection to a seed node, by somebody who speaks without an actor system.</summary>
internal sealed class Caller : IDisposable
{
    private readonly Socket _socket;
    private readonly Stream _stream;
    private readonly byte[] _length = new byte[sizeof(int)];

    private Caller(Target target, Socket socket, Stream stream) => (Target, _socket, _stream, Name) = (target, socket, stream, "Stranger");

    /// <summary>Whom it has called.</summary>
    public Target Target { get; }

    /// <summary>The name that it gives itself.</summary>
    public string Name { get; private set; }

    /// <summary>Its address as it says, as paths begin with it.</summary>
    public string Root => $"{Target.Scheme}://{Name}@127.0.0.1:{((IPEndPoint)_socket.LocalEndPoint!).Port}/";

    /// <summary>Connects.</summary>
    /// <param name="target">The node.</param>
    /// <param name="from">An address of the loopback network to come from: 127.0.0.1, 127.0.1.1 and so on.</param>
    /// <param name="receiveBuffer">How much the system takes for it that it does not read; 0 for the usual.</param>
    public static async Task<Caller> ConnectAsync(Target target, string from = "127.0.0.1", int receiveBuffer = 0)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer > 0)
            socket.ReceiveBufferSize = receiveBuffer;
        socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
        await socket.ConnectAsync(IPAddress.Loopback, target.Port).ConfigureAwait(false);
        // Closed with a reset, it leaves no port behind that would have to wait for a minute.
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        var stream = new NetworkStream(socket);
        if (target.Certificate is not { } certificate)
            return new Caller(target, socket, stream);
        var secured = new SslStream(stream, leaveInnerStreamOpen: false);
        await secured.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = target.Trust,
            TargetHost = "127.0.0.1", ClientCertificates = new X509CertificateCollection { certificate }, EnabledSslProtocols = SslProtocols.Tls12,
        }).ConfigureAwait(false);
        return new Caller(target, socket, secured);
    }

    /// <summary>Connects, and says who it is.</summary>
    /// <returns>Null when it is not answered.</returns>
    public static async Task<Caller?> AssociateAsync(Target target, string name, ulong uid, string from = "127.0.0.1", int receiveBuffer = 0)
    {
        var caller = await ConnectAsync(target, from, receiveBuffer).ConfigureAwait(false);
        caller.Name = name;
        var port = ((IPEndPoint)caller._socket.LocalEndPoint!).Port;
        if (await caller.SendAsync(TestFrames.Associate(name, "127.0.0.1", port, uid, target.Scheme["akka.".Length..])).ConfigureAwait(false)
            && await caller.ReadAsync(TimeSpan.FromSeconds(20)).ConfigureAwait(false) is not null)
            return caller;
        caller.Dispose();
        return null;
    }

    /// <summary>Sends frames.</summary>
    /// <returns>False when the connection has ended.</returns>
    public async Task<bool> SendAsync(params byte[][] frames)
    {
        using var bytes = new MemoryStream();
        foreach (var frame in frames)
        {
            BinaryPrimitives.WriteInt32LittleEndian(_length, frame.Length);
            bytes.Write(_length);
            bytes.Write(frame);
        }

        return await SendRawAsync(bytes.ToArray()).ConfigureAwait(false);
    }

    /// <summary>Sends bytes as they are.</summary>
    public async Task<bool> SendRawAsync(byte[] bytes)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        try
        {
            await _stream.WriteAsync(bytes, limit.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Reads the next frame.</summary>
    /// <returns>Null when there is none in time, or the connection has ended.</returns>
    public async Task<byte[]?> ReadAsync(TimeSpan within)
    {
        using var limit = new CancellationTokenSource(within, TimeProvider.System);
        try
        {
            var length = new byte[sizeof(int)];
            await _stream.ReadExactlyAsync(length, limit.Token).ConfigureAwait(false);
            var frame = new byte[BinaryPrimitives.ReadInt32LittleEndian(length)];
            await _stream.ReadExactlyAsync(frame, limit.Token).ConfigureAwait(false);
            return frame;
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <summary>Asks the room who it is, and waits for the answer.</summary>
    public async Task<bool> IsAnsweredAsync(string id)
    {
        var asking = $"{Root}temp/{id}";
        if (!await SendAsync(TestFrames.Envelope(Target.Room, TestFrames.Identify(id), asking)).ConfigureAwait(false))
            return false;
        while (await ReadAsync(TimeSpan.FromSeconds(20)).ConfigureAwait(false) is { } frame)
        {
            if (frame.AsSpan().IndexOf(Encoding.ASCII.GetBytes(asking)) >= 0)
                return true;
        }

        return false;
    }

    public void Dispose()
    {
        _stream.Dispose();
        _socket.Dispose();
    }
}

/// <summary>A seed node to be called.</summary>
/// <param name="Port">Its port of 127.0.0.1.</param>
/// <param name="Certificate">With what one is let in, if it speaks TLS.</param>
/// <param name="Trust">Whom the caller trusts, if it speaks TLS.</param>
internal sealed record Target(int Port, X509Certificate2? Certificate, X509ChainPolicy? Trust)
{
    /// <summary>The scheme of its address.</summary>
    public string Scheme => Certificate is null ? "akka.tcp" : "akka.ssl.tcp";

    /// <summary>Its address as paths begin with it.</summary>
    public string Root => $"{Scheme}://Chatroom@127.0.0.1:{Port}/";

    /// <summary>Its room.</summary>
    public string Room => $"{Root}user/chatroom";
}
