using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BotNode.Tests.Tls;

/// <summary>Signs certificates for tests, and puts them into files in a folder that goes with it.</summary>
public sealed class TestAuthority : IDisposable
{
    public const string Password = "correct horse";

    private const string ServerAndClient = "1.3.6.1.5.5.7.3.1 1.3.6.1.5.5.7.3.2";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("botnode-tls-test-");
    private readonly X509Certificate2 _root;
    private int _files;

    public TestAuthority()
        : this("Test root")
    {
    }

    private TestAuthority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _root = ForAuthority(name, key).CreateSelfSigned(Day(-100), Day(100));
        RootFile = Write("root.pem", _root.ExportCertificatePem());
        Good = Issue("good");
    }

    /// <summary>One that nobody trusts.</summary>
    public static TestAuthority Another(string name = "Another root") => new(name);

    /// <summary>A PEM file with the root's certificate.</summary>
    public string RootFile { get; }

    /// <summary>A certificate that there is nothing to say against.</summary>
    public X509Certificate2 Good { get; }

    /// <summary>A certificate of this authority, with its key.</summary>
    public X509Certificate2 Issue(
        string name, int fromDay = -10, int toDay = 10, string hosts = "127.0.0.1 localhost", string usage = ServerAndClient, params X509Extension[] more) =>
        Sign(_root, name, fromDay, toDay, hosts, usage, more);

    /// <summary>A certificate that an authority between has signed; that one's certificate is a file's second, the key its third block.</summary>
    public (X509Certificate2 Certificate, X509Certificate2 Between) IssueIndirectly(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signed = ForAuthority("Between", key).Create(_root, Day(-10), Day(10), Serial());
        var between = signed.CopyWithPrivateKey(key);
        return (Sign(between, name, -10, 10, "127.0.0.1", ServerAndClient, []), between);
    }

    /// <summary>Writes a file and returns its path.</summary>
    public string Write(string name, params string[] parts)
    {
        var path = Path.Combine(_folder.FullName, $"{_files++}-{name}");
        File.WriteAllText(path, string.Join('\n', parts));
        return path;
    }

    /// <summary>A PEM file with a certificate and its key.</summary>
    public string Pem(X509Certificate2 certificate) => Write("node.pem", certificate.ExportCertificatePem(), KeyOf(certificate));

    /// <summary>A PFX file with certificates and their keys, under <see cref="Password"/>.</summary>
    public string Pfx(params X509Certificate2[] certificates)
    {
        var path = Write("node.pfx");
        File.WriteAllBytes(path, new X509Certificate2Collection(certificates).Export(X509ContentType.Pkcs12, Password)!);
        return path;
    }

    public static string KeyOf(X509Certificate2 certificate) => certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem();

    public static string EncryptedKeyOf(X509Certificate2 certificate) => certificate.GetECDsaPrivateKey()!.ExportEncryptedPkcs8PrivateKeyPem(
        Password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));

    public void Dispose()
    {
        _root.Dispose();
        _folder.Delete(recursive: true);
    }

    private static X509Certificate2 Sign(
        X509Certificate2 issuer, string name, int fromDay, int toDay, string hosts, string usage, X509Extension[] more)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPAddress.TryParse(host, out var address))
                names.AddIpAddress(address);
            else
                names.AddDnsName(host);
        }

        var usages = new OidCollection();
        foreach (var oid in usage.Split(' '))
            usages.Add(new Oid(oid));
        if (hosts.Length > 0)
            request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(usages, critical: false));
        // As openssl writes it: it tells two authorities of one name apart.
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        foreach (var extension in more)
            request.CertificateExtensions.Add(extension);
        using var signed = request.Create(issuer, Day(fromDay), Day(toDay), Serial());
        return signed.CopyWithPrivateKey(key);
    }

    private static CertificateRequest ForAuthority(string name, ECDsa key)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }

    private static DateTimeOffset Day(int fromNow) => TimeProvider.System.GetUtcNow().AddDays(fromNow);

    private static byte[] Serial() => RandomNumberGenerator.GetBytes(8);
}
