using System.Buffers.Binary;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Akka.Actor;
using Akka.Remote.Proto;
using Akka.Remote.Wire;
using Google.Protobuf;

namespace Akka.Remote.Tests.Internals;

/// <summary>A peer that says on a socket whatever a test wants it to.</summary>
public sealed class RawPeer : IDisposable
{
    private readonly Socket _socket;
    private Stream _stream;

    private RawPeer(Socket socket)
    {
        _socket = socket;
        _stream = new NetworkStream(socket, ownsSocket: true);
    }

    public static Address Self { get; } = new("akka.tcp", "Raw", "127.0.0.1", 1);

    public static RawPeer Connect(ActorSystem node)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, Nodes.AddressOf(node).Port!.Value);
        return new RawPeer(socket);
    }

    /// <summary>Connects and shakes hands in TLS.</summary>
    public static async Task<RawPeer> ConnectSecurely(ActorSystem node, SslClientAuthenticationOptions options)
    {
        using var limit = new CancellationTokenSource(Recorder.Limit);
        var peer = Connect(node);
        var secure = new SslStream(peer._stream);
        peer._stream = secure;
        try
        {
            await secure.AuthenticateAsClientAsync(options, limit.Token);
        }
        catch (Exception e) when (e is AuthenticationException or IOException)
        {
            // What comes back tells: nothing.
        }

        return peer;
    }

    /// <summary>The other end of a connection that the node opened.</summary>
    public static RawPeer Over(Socket socket) => new(socket);

    /// <summary>Sends, whether the node still listens or not; what comes back tells.</summary>
    public Task Send(byte[] bytes) => TrySend(bytes);

    /// <summary>Sends; false when the node has closed the connection.</summary>
    public async Task<bool> TrySend(byte[] bytes)
    {
        try
        {
            await _stream.WriteAsync(bytes);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    internal Task SendFrame(ByteString content) => Send(Frame(content));

    /// <summary>A frame with its length before it.</summary>
    internal static byte[] Frame(ByteString content)
    {
        var frame = new byte[4 + content.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, content.Length);
        content.Span.CopyTo(frame.AsSpan(4));
        return frame;
    }

    /// <summary>Ends our direction, as a process does that dies in the middle of a frame.</summary>
    public void EndSending() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>The next message of the node, or null at the end of the stream.</summary>
    internal async Task<AkkaProtocolMessage?> Read()
    {
        using var limit = new CancellationTokenSource(Recorder.Limit);
        try
        {
            return await ReadFrame(_stream, limit.Token);
        }
        catch (Exception e) when (e is EndOfStreamException or IOException || (e is InvalidOperationException && _stream is SslStream))
        {
            return null;
        }
    }

    /// <summary>The next message on a stream.</summary>
    internal static async Task<AkkaProtocolMessage> ReadFrame(Stream stream, CancellationToken cancelled)
    {
        var header = new byte[4];
        await stream.ReadExactlyAsync(header, cancelled);
        var content = new byte[BinaryPrimitives.ReadInt32LittleEndian(header)];
        await stream.ReadExactlyAsync(content, cancelled);
        return Pdu.ReadMessage(ByteString.CopyFrom(content));
    }

    /// <summary>The next message that is not a heartbeat.</summary>
    internal async Task<AkkaProtocolMessage?> ReadPastHeartbeats()
    {
        while (true)
        {
            var message = await Read();
            if (message?.Instruction?.CommandType != CommandType.Heartbeat)
                return message;
        }
    }

    /// <summary>The next message for an actor; what the protocol says for itself is passed over.</summary>
    internal async Task<RemoteEnvelope> NextEnvelope()
    {
        while (true)
        {
            var message = await ReadPastHeartbeats();
            Assert.NotNull(message);
            if (message.Instruction is null && Pdu.ReadPayload(message.Payload).Envelope is { } envelope)
                return envelope;
        }
    }

    /// <summary>The next system message.</summary>
    internal async Task<RemoteEnvelope> NextSystemMessage()
    {
        while (true)
        {
            if (await NextEnvelope() is { Seq: not Pdu.NoSequenceNumber } envelope)
                return envelope;
        }
    }

    /// <summary>Shakes hands as incarnation <paramref name="uid"/>; the answer is read.</summary>
    internal Task<AkkaProtocolMessage?> Associate(int uid) => Associate(Self, uid);

    /// <summary>Shakes hands under another address.</summary>
    internal async Task<AkkaProtocolMessage?> Associate(Address self, int uid)
    {
        await SendFrame(Pdu.Associate(self, uid));
        return await ReadPastHeartbeats();
    }

    /// <summary>A frame with a string for <paramref name="recipient"/>.</summary>
    internal static ByteString Message(string recipient, string text, ulong seq = Pdu.NoSequenceNumber) => Envelope(new RemoteEnvelope
    {
        Recipient = new ActorRefData { Path = recipient },
        Message = new Payload
        {
            Message = ByteString.CopyFromUtf8(text),
            SerializerId = 17,
            MessageManifest = ByteString.CopyFromUtf8("System.String, System.Private.CoreLib"),
        },
        Seq = seq,
    });

    internal static ByteString Envelope(RemoteEnvelope envelope) => Pdu.Payload(new AckAndEnvelopeContainer { Envelope = envelope });

    public void Dispose() => _stream.Dispose();
}
