using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BotNode.Tls;

/// <summary>Reads this node's own certificate.</summary>
internal static class OwnCertificate
{
    /// <summary>Reads a file: PFX, or PEM with the certificate first and its key.</summary>
    /// <param name="path">The file.</param>
    /// <param name="password">The password of the PFX, or of an encrypted key in PEM; empty for none.</param>
    /// <param name="now">The time at which it must be valid.</param>
    /// <exception cref="CertificateException">It can't be used; the message says why.</exception>
    public static X509Certificate2 Read(string path, string password, DateTimeOffset now)
    {
        var file = new CertificateFile(TlsOptionNames.Certificate, path);
        var own = file switch
        {
            { IsPem: true } => ReadPem(file, password),
            { ContentType: X509ContentType.Pkcs12 } => ReadPfx(file, password),
            { ContentType: X509ContentType.Cert } => throw file.Problem(
                "it holds a certificate without its private key; make a PFX file with both (openssl pkcs12 -export), or a PEM file with the key in it"),
            _ => throw file.Problem("it is no certificate, neither PFX nor PEM"),
        };
        if (own.NotAfter < now)
            throw file.Problem($"that certificate [{own.Subject}] has expired on {PeerCertificate.Utc(own.NotAfter)}; make a new one");
        if (own.NotBefore > now)
            throw file.Problem($"that certificate [{own.Subject}] is not valid before {PeerCertificate.Utc(own.NotBefore)}; is this machine's clock right?");
        return own;
    }

    private static X509Certificate2 ReadPfx(CertificateFile file, string password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12Collection(file.Bytes, password).FirstOrDefault(certificate => certificate.HasPrivateKey)
                ?? throw file.Problem("it holds no private key; export the certificate with its key (openssl pkcs12 -export -inkey)");
        }
        catch (CryptographicException e)
        {
            throw file.Problem(
                password.Length == 0
                    ? $"it can't be opened without a password; give it in the environment variable {TlsOptionNames.Password}"
                    : $"it can't be opened with the password in {TlsOptionNames.Password}",
                e);
        }
    }

    private static X509Certificate2 ReadPem(CertificateFile file, string password)
    {
        if (!file.HasPem("CERTIFICATE"))
            throw file.Problem("it holds no certificate");
        var isEncrypted = file.HasPem("ENCRYPTED PRIVATE KEY");
        if (!isEncrypted && !file.Text.Contains(" PRIVATE KEY-----", StringComparison.Ordinal))
            throw file.Problem("it holds no private key; put the key into it, behind the certificate");
        if (isEncrypted && password.Length == 0)
            throw file.Problem($"its private key is encrypted; give the password in the environment variable {TlsOptionNames.Password}");
        try
        {
            using var own = isEncrypted
                ? X509Certificate2.CreateFromEncryptedPem(file.Text, file.Text, password)
                : X509Certificate2.CreateFromPem(file.Text, file.Text);

            // For TLS, Windows takes only keys that it keeps itself, as it does those of a PFX.
            return X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pkcs12), null);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw file.Problem(
                isEncrypted
                    ? $"its private key can't be decrypted with the password in {TlsOptionNames.Password}, or is not that of the (first) certificate"
                    : $"its private key can't be read, or is not that of the (first) certificate: {e.Message.ReplaceLineEndings(" ")}",
                e);
        }
    }
}
