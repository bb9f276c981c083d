using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Stress.Strangers;

/// <summary>An authority and one node's certificate, in a folder of their own, for as long as a run takes.</summary>
internal sealed class Certificates : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stress-tls-");

    /// <summary>Makes them.</summary>
    public Certificates()
    {
        var now = TimeProvider.System.GetUtcNow();
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var rootRequest = new CertificateRequest("CN=Stress", rootKey, HashAlgorithmName.SHA256);
        rootRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var root = rootRequest.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=node", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1"), new Oid("1.3.6.1.5.5.7.3.2")], false));
        using var signed = request.Create(root, now.AddDays(-1), now.AddDays(1), [1, 2, 3, 4]);
        using var own = signed.CopyWithPrivateKey(key);
        Own = X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pkcs12), null);

        File.WriteAllText(Trusted, root.ExportCertificatePem());
        File.WriteAllText(Node, signed.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>The authority's file.</summary>
    public string Trusted => Path.Combine(_folder.FullName, "ca.pem");

    /// <summary>The node's file, with its key.</summary>
    public string Node => Path.Combine(_folder.FullName, "node.pem");

    /// <summary>Trusts the authority alone.</summary>
    public X509ChainPolicy Trust
    {
        get
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile(Trusted));
            return policy;
        }
    }

    /// <summary>The node's certificate with its key.</summary>
    public X509Certificate2 Own { get; }

    public void Dispose()
    {
        Own.Dispose();
        _folder.Delete(recursive: true);
    }
}
