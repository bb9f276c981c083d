using System.Security.Authentication;

namespace Akka.Remote.Transport.DotNetty;

/// <summary>Finds words for what a TLS handshake failed of.</summary>
internal static class TlsFailure
{
    /// <summary>A stranger to a node without TLS begins with TLS.</summary>
    internal const string OnlyTheySpeakTls = $"the other side speaks TLS, and this node does not; {Switch} must be the same on both";

    /// <summary>A stranger to a node with TLS begins with something else.</summary>
    internal const string OnlyWeSpeakTls = $"the other side does not speak TLS, and this node does; {Switch} must be the same on both";

    private const string Switch = $"{TcpSettings.Path}.enable-ssl";
    private const string AlertMark = " alert ";

    /// <summary>The alert that the other side sent, as OpenSSL names it (<c>unknown ca</c>); null when there was none.</summary>
    internal static string? AlertIn(Exception? failure)
    {
        for (var e = failure; e is not null; e = e.InnerException)
        {
            var at = e.Message.IndexOf(AlertMark, StringComparison.Ordinal);
            if (at >= 0)
                return e.Message[(at + AlertMark.Length)..].Trim();
        }

        return null;
    }

    /// <summary>Why a handshake failed that no certificate was to blame for.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="heard">Whether the other side sent anything.</param>
    internal static string Describe(Exception failure, bool heard) => failure switch
    {
        _ when AlertIn(failure) is { } alert => $"the other side breaks off the TLS handshake and says: {alert}",
        _ when !heard => $"the other side closes the connection without a word of TLS; is {Switch} on there?",
        AuthenticationException when Innermost(failure).Contains("unsupported protocol", StringComparison.Ordinal) =>
            "the other side speaks no version of TLS that is allowed here (1.2 and 1.3)",
        AuthenticationException => $"the TLS handshake fails: {Innermost(failure)}",
        _ => "the other side closes the connection in the TLS handshake",
    };

    private static string Innermost(Exception failure)
    {
        while (failure.InnerException is { } inner)
            failure = inner;
        return failure.Message.ReplaceLineEndings(" ");
    }
}
