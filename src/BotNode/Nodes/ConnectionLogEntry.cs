using System.Security.Authentication;
using Akka.Event;
using BotNode.Tls;

namespace BotNode.Nodes;

/// <summary>
/// What Akka.Remote logs of a connection that fails: with TLS, up to four entries of many lines each. Here they become one line,
/// or none for a connection that was only opened and closed.
/// </summary>
internal static class ConnectionLogEntry
{
    private const string HandshakeFailed = "TLS handshake failed on channel [";
    private const string ExceptionOnChannel = "TLS exception on channel [";
    private const string NoCertificate = "Mutual TLS required but client did not provide a certificate from ";
    private const string ErrorCaught = "Error caught channel [";
    private const string NoTlsRecord = "NotSslRecordException";
    private const string Rejected = "Rejected incoming connection from [";
    private const string ClientHandler = "TcpClientHandler";
    private const string ServerHandler = "TcpServerHandler";
    private const string TooLong = "TooLongFrameException";

    // In the message if our callback judged the certificate; the callback has already told the reason.
    private const string JudgedByUs = "RemoteCertificateValidationCallback";

    /// <summary>Whether an entry is about a connection that failed.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="line">What to write instead; null for nothing.</param>
    public static bool Is(LogEvent entry, out string? line)
    {
        var text = entry.Message.ToString() ?? "";
        line = null;
        if (text.StartsWith(NodeTls.RefusedWord, StringComparison.Ordinal))
            line = text;
        else if (text.StartsWith(NoCertificate, StringComparison.Ordinal))
            line = $"{NodeTls.RefusedWord}a connection from {text[NoCertificate.Length..]}: the other side shows no certificate";
        else if (text.StartsWith(HandshakeFailed, StringComparison.Ordinal) || text.StartsWith(ExceptionOnChannel, StringComparison.Ordinal))
            line = Line(entry, text);
        else if (text.StartsWith(ErrorCaught, StringComparison.Ordinal) && entry.Cause?.GetType().Name == NoTlsRecord)
            line = $"{NodeTls.RefusedWord}a connection from {PeerIn(text)}: {TlsFailure.OnlyWeSpeakTls}";
        else if (text.StartsWith(ErrorCaught, StringComparison.Ordinal) && entry.LogSource.Contains(ServerHandler, StringComparison.Ordinal))
            line = $"Ended a connection from {PeerIn(text)}: {WhyEnded(entry.Cause)}";
        else if (!text.StartsWith(Rejected, StringComparison.Ordinal))
            return false;
        return true;
    }

    private static string WhyEnded(Exception? cause) => cause?.GetType().Name == TooLong
        ? "it does not speak as nodes do; it may speak TLS, which this node does not"
        : cause is null ? "it broke" : $"{cause.GetType().Name}: {cause.Message}";

    private static string? Line(LogEvent entry, string text)
    {
        var cause = entry.Cause is AggregateException several ? several.GetBaseException() : entry.Cause;
        if (cause is not AuthenticationException || cause.Message.Contains(JudgedByUs, StringComparison.Ordinal))
            return null;
        var isOurs = entry.LogSource.Contains(ClientHandler, StringComparison.Ordinal);
        return $"{NodeTls.RefusedWord}{(isOurs ? "the connection to" : "a connection from")} {PeerIn(text)}: {TlsFailure.Describe(cause)}";
    }

    // "... on channel [OURS->THEIRS](Id=...)"
    private static string PeerIn(string text)
    {
        var from = text.IndexOf("->", StringComparison.Ordinal);
        var to = text.IndexOf("](Id=", StringComparison.Ordinal);
        return from >= 0 && to > from ? text[(from + 2)..to] : "an unknown address";
    }
}
