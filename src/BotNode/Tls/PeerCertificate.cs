using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Chatroom.Actors;

namespace BotNode.Tls;

/// <summary>Judges the certificate that the other side of a connection shows, and says in words what is wrong with it.</summary>
internal static class PeerCertificate
{
    private const int MostOfAName = 200;
    private const int MostNames = 8;
    private const X509ChainStatusFlags Unsigned = X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain;
    private const X509ChainStatusFlags SignedByNamesake = X509ChainStatusFlags.NotSignatureValid;

    /// <summary>A time of a certificate, as it is shown to users.</summary>
    public static string Utc(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Why it is refused; null when it is not.</summary>
    /// <param name="shown">The certificate; null when the other side shows none.</param>
    /// <param name="sent">Holds what the other side sent along with it.</param>
    /// <param name="errors">What SslStream has found; only its result on the host's name counts, because it uses the machine's trust.</param>
    /// <param name="trusted">The trusted authorities.</param>
    /// <param name="host">The host that it must be made for; null if the other side connected to us, and may be any trusted node.</param>
    /// <param name="now">The time at which it must be valid.</param>
    public static string? Problem(
        X509Certificate? shown, X509Chain? sent, SslPolicyErrors errors, TrustedAuthorities trusted, string? host, DateTimeOffset now)
    {
        if (shown is not X509Certificate2 certificate)
            return "the other side shows no certificate";
        var problems = ProblemsOf(certificate, sent, errors, trusted, host, now);
        return problems.Count == 0
            ? null
            : $"the certificate of the other side, [{NameOf(certificate.Subject)}], can't be accepted: {string.Join("; ", problems)}";
    }

    private static List<string> ProblemsOf(
        X509Certificate2 certificate, X509Chain? sent, SslPolicyErrors errors, TrustedAuthorities trusted, string? host, DateTimeOffset now)
    {
        List<string> problems = [];
        try
        {
            if (host is not null && !IsMadeFor(host, certificate, errors))
                problems.Add($"it is made for {NamesIn(certificate)}, not for {host}");
            // A handshake of TLS 1.2 needs this.
            if (certificate.Extensions.OfType<X509KeyUsageExtension>().Any(usage => !usage.KeyUsages.HasFlag(X509KeyUsageFlags.DigitalSignature)))
                problems.Add("it is not made for digital signatures (key usage)");
            using var chain = ChainOf(sent, trusted, host is null ? KeyPurpose.Client : KeyPurpose.Server, now);
            if (!chain.Build(certificate))
                problems.AddRange(ProblemsOf(chain, certificate, trusted, host is null ? "client" : "server", now));
        }
        catch (CryptographicException)
        {
            problems.Add("it can't be read");
        }

        return problems;
    }

    // SslStream accepts the name of the subject if there is no other.
    private static bool IsMadeFor(string host, X509Certificate2 certificate, SslPolicyErrors errors) =>
        !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) && certificate.MatchesHostname(host, allowCommonName: false);

    private static X509Chain ChainOf(X509Chain? sent, TrustedAuthorities trusted, string usage, DateTimeOffset now)
    {
        var chain = new X509Chain();
        var policy = chain.ChainPolicy;
        if (trusted.Certificates is { } authorities)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(authorities);
        }

        // Nothing is fetched from an address in a stranger's certificate.
        policy.RevocationMode = X509RevocationMode.NoCheck;
        policy.DisableCertificateDownloads = true;
        policy.ApplicationPolicy.Add(new Oid(usage));
        policy.VerificationTime = now.LocalDateTime;
        policy.VerificationTimeIgnored = false;
        if (sent is not null)
            policy.ExtraStore.AddRange(sent.ChainPolicy.ExtraStore);
        return chain;
    }

    private static List<string> ProblemsOf(
        X509Chain chain, X509Certificate2 certificate, TrustedAuthorities trusted, string role, DateTimeOffset now)
    {
        List<string> problems = [.. chain.ChainElements.SelectMany(element => ProblemsOf(element, role, now))];
        var status = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);
        var isNamesake = trusted.Has(certificate.IssuerName);
        if ((status & Unsigned) != 0 && !isNamesake)
            problems.Add($"nobody who is trusted here has signed it, but [{NameOf(certificate.Issuer)}]; {trusted.Names}");
        else if ((status & (Unsigned | SignedByNamesake)) != 0)
            problems.Add($"nobody who is trusted here has signed it, but another [{NameOf(certificate.Issuer)}] than the one of that name; {trusted.Names}");
        return problems.Count > 0 ? problems : [$"its chain of signatures is not valid ({status})"];
    }

    private static IEnumerable<string> ProblemsOf(X509ChainElement element, string role, DateTimeOffset now)
    {
        var status = element.ChainElementStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);
        var who = element.Certificate.Issuer == element.Certificate.Subject ? $"its root [{NameOf(element.Certificate.Subject)}]" : "it";
        if (status.HasFlag(X509ChainStatusFlags.NotTimeValid))
            yield return $"{who} {Validity(element.Certificate, now)}";
        // The whole chain is marked if one certificate is not made for it; a certificate without usages is made for any.
        if (status.HasFlag(X509ChainStatusFlags.NotValidForUsage) && element.Certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Any())
            yield return $"{who} is not made for a TLS {role} (extended key usage)";
        if ((status & ~(Unsigned | SignedByNamesake | X509ChainStatusFlags.NotTimeValid | X509ChainStatusFlags.NotValidForUsage)) is var rest and not X509ChainStatusFlags.NoError)
            yield return $"{who} is not valid ({rest})";
    }

    private static string Validity(X509Certificate2 certificate, DateTimeOffset now) => certificate.NotBefore > now
        ? $"is not valid before {Utc(certificate.NotBefore)}"
        : $"has expired on {Utc(certificate.NotAfter)}";

    private static string NamesIn(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(extension => extension.EnumerateDnsNames().Concat(extension.EnumerateIPAddresses().Select(address => address.ToString())))
            .Take(MostNames).Select(NameOf).ToList();
        return names.Count == 0 ? "no host (it has no subject alternative name)" : string.Join(", ", names);
    }

    /// <summary>A name that a stranger wrote, made fit for one line of a log.</summary>
    private static string NameOf(string name)
    {
        var line = ChatText.Clean(name);
        return line.Length <= MostOfAName ? line : line[..MostOfAName] + "...";
    }
}
