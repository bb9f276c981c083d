using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Akka.Configuration;

namespace Akka.Remote.Transport.DotNetty;

/// <summary>The certificates of those whose signature counts.</summary>
internal static class TrustedCertificates
{
    /// <summary>Reads a file: PEM with one or more certificates, or DER with one.</summary>
    /// <exception cref="ConfigurationException">The file can't be used; the message says why.</exception>
    internal static X509Certificate2Collection Read(string path)
    {
        var file = new CertificateFile("trusted-certificates", path);
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
        return found;
    }
}
