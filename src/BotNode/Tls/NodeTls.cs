using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Akka.Event;
using Akka.Remote.Transport.DotNetty;
using Chatroom.Actors;

namespace BotNode.Tls;

/// <summary>A node's own certificate, and the authorities that it trusts.</summary>
/// <param name="certificate">Its own certificate, with the key.</param>
/// <param name="trusted">The trusted authorities.</param>
/// <param name="time">Gives the time at which certificates must be valid.</param>
internal sealed class NodeTls(X509Certificate2 certificate, TrustedAuthorities trusted, TimeProvider time)
{
    /// <summary>The log line of a refused connection begins with this; <see cref="Nodes.ConnectionLogEntry"/> finds it by that.</summary>
    public const string RefusedWord = "Refused by TLS: ";

    private const string AddressMark = "://";

    /// <summary>Its own certificate, with the key.</summary>
    public X509Certificate2 Certificate => certificate;

    /// <summary>Whether any node with a certificate that the machine trusts may join.</summary>
    public bool TrustsTheMachine => trusted.Certificates is null;

    /// <summary>The TLS setup of the actor system. Akka.NET then asks both sides for a certificate, and this judges it.</summary>
    public DotNettySslSetup Setup => new(
        certificate, suppressValidation: false, requireMutualAuthentication: true, validateCertificateHostname: true, IsAccepted);

    /// <summary>Reads the files, or says what is wrong with them. The password comes from the environment.</summary>
    /// <param name="own">The file with the node's certificate and its key.</param>
    /// <param name="authorities">The file with the trusted authorities; null for those that the machine trusts.</param>
    /// <param name="time">Gives the time at which certificates must be valid.</param>
    public static Result<NodeTls> Load(string own, string? authorities, TimeProvider time)
    {
        try
        {
            var password = Environment.GetEnvironmentVariable(TlsOptionNames.Password) ?? "";
            var certificate = OwnCertificate.Read(own, password, time.GetUtcNow());
            var trusted = authorities is { } file ? TrustedAuthorities.Read(file) : TrustedAuthorities.OfTheMachine;
            return Result<NodeTls>.Good(new NodeTls(certificate, trusted, time));
        }
        catch (CertificateException error)
        {
            return Result<NodeTls>.Bad(error.Message);
        }
    }

    /// <summary>Why the certificate of the other side is refused; null when it is not.</summary>
    /// <param name="shown">The certificate.</param>
    /// <param name="sent">Holds what the other side sent along with it.</param>
    /// <param name="errors">What SslStream has found.</param>
    /// <param name="host">The host that it must be made for; null if the other side connected to us.</param>
    public string? ProblemOf(X509Certificate? shown, X509Chain? sent, SslPolicyErrors errors, string? host) =>
        PeerCertificate.Problem(shown, sent, errors, trusted, host, time.GetUtcNow());

    // The peer is the Akka address that we connect to, or the network address of a node that connects to us.
    private bool IsAccepted(X509Certificate2? shown, X509Chain? sent, string peer, SslPolicyErrors errors, ILoggingAdapter log)
    {
        var isOurs = peer.Contains(AddressMark, StringComparison.Ordinal);
        var problem = ProblemOf(shown, sent, errors, isOurs ? HostIn(peer) : null);
        if (problem is not null)
            log.Warning("{0}", $"{RefusedWord}{(isOurs ? "the connection to" : "a connection from")} {peer}: {problem}");
        return problem is null;
    }

    private static string HostIn(string address) => address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..address.LastIndexOf(':')];
}
