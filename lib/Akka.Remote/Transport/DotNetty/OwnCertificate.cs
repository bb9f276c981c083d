using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Akka.Configuration;

namespace Akka.Remote.Transport.DotNetty;

/// <summary>This node's own certificate.</summary>
/// <param name="Certificate">The certificate, with its private key.</param>
/// <param name="Others">Those between it and its root, which go along with it in the handshake.</param>
/// <param name="Origin">Where it comes from: how a sentence about it begins.</param>
internal sealed record OwnCertificate(X509Certificate2 Certificate, X509Certificate2Collection Others, string Origin)
{
    private const string PathSetting = "certificate.path";
    private const string KeyPathSetting = "certificate.key-path";
    private const string PasswordSetting = TlsSettings.Section + ".certificate.password";

    /// <summary>A certificate that was given in code.</summary>
    internal static OwnCertificate Of(X509Certificate2 certificate, string origin) => new(certificate, [], origin);

    /// <summary>Reads a file: PFX, or PEM.</summary>
    /// <param name="path">The file.</param>
    /// <param name="password">Of the PFX, or of an encrypted key in PEM; empty for none.</param>
    /// <param name="keyPath">A PEM file with the private key; empty when the key is in the same file.</param>
    /// <param name="flags">Where the key of a PFX is kept.</param>
    /// <exception cref="ConfigurationException">The file can't be used; the message says why.</exception>
    internal static OwnCertificate Read(string path, string password, string keyPath, X509KeyStorageFlags flags)
    {
        var file = new CertificateFile(PathSetting, path);
        var keyFile = keyPath.Length == 0 ? file : new CertificateFile(KeyPathSetting, keyPath);
        return file switch
        {
            { IsPem: true } => ReadPem(file, keyFile, password, flags),
            { ContentType: X509ContentType.Pkcs12 } => ReadPfx(file, password, flags),
            { ContentType: X509ContentType.Cert } => throw file.Problem(
                $"it holds a certificate without its private key; make a PFX file with both (openssl pkcs12 -export), or a PEM file with the key in it or in '{TlsSettings.Section}.{KeyPathSetting}'"),
            _ => throw file.Problem("it is no certificate, neither PFX nor PEM"),
        };
    }

    /// <summary>Refuses a certificate that no other node could accept.</summary>
    /// <exception cref="ConfigurationException">It has no private key, or is not valid now.</exception>
    internal void Check(DateTimeOffset now)
    {
        if (!Certificate.HasPrivateKey)
            throw new ConfigurationException($"{Origin} has no private key; a node needs the key of its certificate");
        if (Certificate.NotAfter < now)
            throw new ConfigurationException($"{Origin}, and that certificate [{Certificate.Subject}] has expired on {PeerCertificate.Utc(Certificate.NotAfter)}; make a new one");
        if (Certificate.NotBefore > now)
            throw new ConfigurationException($"{Origin}, and that certificate [{Certificate.Subject}] is not valid before {PeerCertificate.Utc(Certificate.NotBefore)}; is this machine's clock right?");
    }

    private static OwnCertificate ReadPfx(CertificateFile file, string password, X509KeyStorageFlags flags)
    {
        X509Certificate2Collection all;
        try
        {
            all = X509CertificateLoader.LoadPkcs12Collection(file.Bytes, password, flags);
        }
        catch (CryptographicException e)
        {
            throw file.Problem(
                password.Length == 0
                    ? $"it can't be opened without a password; give it in '{PasswordSetting}'"
                    : $"it can't be opened with the password in '{PasswordSetting}'", e);
        }

        var own = all.FirstOrDefault(certificate => certificate.HasPrivateKey)
            ?? throw file.Problem("it holds no private key; export the certificate with its key (openssl pkcs12 -export -inkey)");
        all.Remove(own);
        return new OwnCertificate(own, all, file.ToString());
    }

    private static OwnCertificate ReadPem(CertificateFile file, CertificateFile keyFile, string password, X509KeyStorageFlags flags)
    {
        if (!file.HasPem("CERTIFICATE"))
            throw file.Problem("it holds no certificate");
        var isEncrypted = keyFile.HasPem("ENCRYPTED PRIVATE KEY");
        if (!isEncrypted && !keyFile.Text.Contains(" PRIVATE KEY-----", StringComparison.Ordinal))
            throw keyFile.Problem($"it holds no private key; put the key into it, or name its file in '{TlsSettings.Section}.{KeyPathSetting}'");
        if (isEncrypted && password.Length == 0)
            throw keyFile.Problem($"its private key is encrypted; give the password in '{PasswordSetting}'");
        try
        {
            using var own = isEncrypted
                ? X509Certificate2.CreateFromEncryptedPem(file.Text, keyFile.Text, password)
                : X509Certificate2.CreateFromPem(file.Text, keyFile.Text);
            var others = new X509Certificate2Collection();
            others.ImportFromPem(file.Text);
            others.RemoveAt(0);

            // Windows takes for TLS only keys that it keeps itself, which those of a PFX are.
            var pfx = own.Export(X509ContentType.Pkcs12);
            return new OwnCertificate(X509CertificateLoader.LoadPkcs12(pfx, null, flags), others, file.ToString());
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw keyFile.Problem(
                isEncrypted
                    ? $"its private key can't be decrypted with the password in '{PasswordSetting}', or is not that of the (first) certificate"
                    : $"its private key can't be read, or is not that of the (first) certificate: {e.Message}", e);
        }
    }
}
