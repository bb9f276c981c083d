using System.Buffers;

namespace Akka.Remote.Transport.DotNetty;

/// <summary>As much of TLS's outer form (RFC 8446, 5.1) as tells TLS from Akka's frames: type, version 3.x, and on.</summary>
internal static class TlsRecord
{
    /// <summary>So many bytes are needed to tell.</summary>
    internal const int MarkLength = 3;

    private const byte Alert = 21;
    private const byte Handshake = 22;
    private const byte Major = 3;

    /// <summary>A fatal alert, unexpected_message: the answer to what is not TLS.</summary>
    internal static ReadOnlyMemory<byte> UnexpectedMessage { get; } = new byte[] { Alert, Major, 3, 0, 2, 2, 10 };

    /// <summary>
    /// Whether a stream begins with a handshake or an alert. To Akka the mark is three bytes of a length, which is 66,000 at least
    /// then; and the first frame of a connection has a few hundred bytes.
    /// </summary>
    internal static bool IsAtStart(ReadOnlySequence<byte> bytes)
    {
        if (bytes.Length < MarkLength)
            return false;
        Span<byte> mark = stackalloc byte[MarkLength];
        bytes.Slice(0, MarkLength).CopyTo(mark);
        return mark[0] is Alert or Handshake && mark[1] == Major && mark[2] is >= 1 and <= 4;
    }
}
