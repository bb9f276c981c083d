using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Akka.Remote.Transport.DotNetty;

/// <summary>Judges the certificate that the other side of a connection shows, and says in words what is wrong with it.</summary>
/// <param name="settings">What is asked of it.</param>
/// <param name="host">What it must be made for; null when the other side connected to us, and may be anybody who is trusted.</param>
/// <param name="now">When it must be valid.</param>
internal sealed class PeerCertificate(TlsSettings settings, string? host, DateTimeOffset now)
{
    private const int MostOfAName = 200;
    private const int MostNames = 8;
    private const X509ChainStatusFlags Unsigned = X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain;
    private const X509ChainStatusFlags SignedByNamesake = X509ChainStatusFlags.NotSignatureValid;

    /// <summary>Why it was refused; null when it was not.</summary>
    internal string? Problem { get; private set; }

    /// <summary>A time of a certificate, as it is shown to users.</summary>
    internal static string Utc(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Judges; called in the handshake.</summary>
    internal bool IsGood(object sender, X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors)
    {
        Problem = shown is not X509Certificate2 certificate
            ? MissingProblem()
            : string.Join("; ", [.. NameProblems(certificate, errors), .. ChainProblems(certificate, chain, errors)]) is { Length: > 0 } problems
                ? $"the certificate of the other side, [{NameOf(certificate.Subject)}], can't be accepted: {problems}"
                : null;
        return Problem is null;
    }

    private string? MissingProblem() => host is null && !settings.RequireMutualAuthentication
        ? null
        : $"the other side shows no certificate; give it one ({TlsSettings.Section}.certificate), or take any client with {TlsSettings.Section}.require-mutual-authentication = off";

    private IEnumerable<string> NameProblems(X509Certificate2 certificate, SslPolicyErrors errors)
    {
        if (host is not null && settings.ValidateHostname && errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            yield return $"it is made for {NamesIn(certificate)}, not for {host}";
    }

    private List<string> ChainProblems(X509Certificate2 certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (settings.SuppressValidation || !errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
            return [];
        List<string> problems = chain is null ? [] : [.. chain.ChainElements.SelectMany(Problems)];
        var status = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status) ?? X509ChainStatusFlags.NoError;
        if ((status & Unsigned) != 0)
            problems.Add($"nobody who is trusted here has signed it, but [{NameOf(certificate.Issuer)}]; {settings.WhoIsTrusted}");
        else if ((status & SignedByNamesake) != 0)
            problems.Add($"nobody who is trusted here has signed it, but another [{NameOf(certificate.Issuer)}] than the one of that name; {settings.WhoIsTrusted}");
        return problems.Count > 0 ? problems : [$"its chain of signatures is not valid ({status})"];
    }

    private IEnumerable<string> Problems(X509ChainElement element)
    {
        var status = element.ChainElementStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);
        var who = element.Certificate.Issuer == element.Certificate.Subject ? $"its root [{NameOf(element.Certificate.Subject)}]" : "it";
        if (status.HasFlag(X509ChainStatusFlags.NotTimeValid))
            yield return $"{who} {Validity(element.Certificate)}";
        if (status.HasFlag(X509ChainStatusFlags.NotValidForUsage))
            yield return $"{who} is not made for a TLS {(host is null ? "client" : "server")} (extended key usage)";
        if ((status & ~(Unsigned | SignedByNamesake | X509ChainStatusFlags.NotTimeValid | X509ChainStatusFlags.NotValidForUsage)) is var rest and not X509ChainStatusFlags.NoError)
            yield return $"{who} is not valid ({rest})";
    }

    private string Validity(X509Certificate2 certificate) => certificate.NotBefore > now
        ? $"is not valid before {Utc(certificate.NotBefore)}"
        : $"has expired on {Utc(certificate.NotAfter)}";

    private static string NamesIn(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(extension => extension.EnumerateDnsNames().Concat(extension.EnumerateIPAddresses().Select(address => address.ToString())))
            .Take(MostNames).Select(NameOf).ToList();
        return names.Count == 0 ? "no host (it has no subject alternative name)" : string.Join(", ", names);
    }

    /// <summary>A name as a stranger wrote it, fit for one line of a log.</summary>
    private static string NameOf(string name)
    {
        var line = string.Concat(name.Select(letter => char.IsControl(letter) ? ' ' : letter));
        return line.Length <= MostOfAName ? line : line[..MostOfAName] + "...";
    }
}
