using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BotNode.Tls;

/// <summary>The trusted authorities.</summary>
/// <param name="Certificates">The authorities' certificates; null for those that the machine trusts.</param>
/// <param name="Names">Their names, for a message.</param>
internal sealed record TrustedAuthorities(X509Certificate2Collection? Certificates, string Names)
{
    private const int MostNames = 8;

    /// <summary>The authorities that the machine trusts.</summary>
    public static readonly TrustedAuthorities OfTheMachine = new(null, $"trusted are those that this machine trusts ({TlsOptionNames.Trust} names others)");

    /// <summary>Reads a file: PEM with one or more certificates, or DER with one.</summary>
    /// <exception cref="CertificateException">It can't be used; the message says why.</exception>
    public static TrustedAuthorities Read(string path)
    {
        var file = new CertificateFile(TlsOptionNames.Trust, path);
        var found = new X509Certificate2Collection();
        try
        {
            if (file.IsPem)
                found.ImportFromPem(file.Text);
            else
                found.Add(X509CertificateLoader.LoadCertificate(file.Bytes));
        }
        catch (CryptographicException e)
        {
            throw file.Problem("it is no certificate, neither PEM nor DER", e);
        }

        if (found.Count == 0)
            throw file.Problem("it holds no certificate");
        if (!found.Any(certificate => certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData)))
            throw file.Problem("it holds no root certificate, one that signed itself, so nobody would be trusted; add the root's");
        return new TrustedAuthorities(found, NamesOf(found));
    }

    /// <summary>Whether an authority of this name is among those that were given.</summary>
    public bool Has(X500DistinguishedName name) =>
        Certificates is { } named && named.Any(certificate => certificate.SubjectName.RawData.AsSpan().SequenceEqual(name.RawData));

    // A machine's own file holds more than a hundred, but a refusal is one line.
    private static string NamesOf(X509Certificate2Collection found)
    {
        var names = $"trusted are [{string.Join("], [", found.Take(MostNames).Select(certificate => certificate.Subject))}]";
        return found.Count <= MostNames ? names : string.Create(CultureInfo.InvariantCulture, $"{names} and {found.Count - MostNames} more");
    }
}
