using System.Security.Authentication;

namespace BotNode.Tls;

/// <summary>Says why a TLS handshake failed.</summary>
internal static class TlsFailure
{
    /// <summary>A stranger to a node without TLS begins with TLS.</summary>
    public const string OnlyTheySpeakTls = "the other side speaks TLS, and this node does not";

    /// <summary>A stranger to a node with TLS begins with something else.</summary>
    public const string OnlyWeSpeakTls = "the other side does not speak TLS, and this node does";

    // The marks by which OpenSSL and SslStream tell these apart; there are no codes.
    private const string AlertMark = " alert ";
    private const string OtherVersion = "unsupported protocol";
    private const string NoTls = "Cannot determine the frame size";
    private const string NoTlsRecord = "wrong version number";

    /// <summary>The alert that the other side sent, as OpenSSL names it (<c>unknown ca</c>); null when there was none.</summary>
    public static string? AlertIn(Exception? failure)
    {
        for (var e = failure; e is not null; e = e.InnerException)
        {
            var at = e.Message.IndexOf(AlertMark, StringComparison.Ordinal);
            if (at >= 0)
                return e.Message[(at + AlertMark.Length)..].Trim();
        }

        return null;
    }

    /// <summary>Why a handshake failed if no certificate was the cause.</summary>
    public static string Describe(Exception failure) => failure switch
    {
        _ when AlertIn(failure) is { } alert => $"the other side breaks off the TLS handshake and says: {alert}",
        _ when Says(failure, NoTls) || Says(failure, NoTlsRecord) => OnlyWeSpeakTls,
        _ when Says(failure, OtherVersion) => "the other side speaks no version of TLS that is allowed here (1.2)",
        AuthenticationException => $"the TLS handshake fails: {failure.GetBaseException().Message.ReplaceLineEndings(" ")}",
        _ => "the other side closes the connection without a word of TLS",
    };

    private static bool Says(Exception failure, string words)
    {
        for (var e = failure; e is not null; e = e.InnerException)
        {
            if (e.Message.Contains(words, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
