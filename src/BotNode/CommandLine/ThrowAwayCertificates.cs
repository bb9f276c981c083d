using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BotNode.Tls;
using Chatroom.Actors;

namespace BotNode.CommandLine;

/// <summary>
/// An authority and one certificate that it has signed, for the nodes of one run on this machine, in a temporary folder that
/// only this user can read. The authority's key is forgotten at once; the folder goes with the run.
/// </summary>
internal sealed class ThrowAwayCertificates : IDisposable
{
    private const string FolderPrefix = "socketbots-tls-";
    private const string NodeFile = "node.pem";
    private const string AuthorityFile = "ca.pem";

    // Longer than any conversation; and a little of the past, in case a clock is set back.
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);
    private static readonly TimeSpan Past = TimeSpan.FromHours(1);

    private ThrowAwayCertificates(TlsOptions options) => Options = options;

    /// <summary>What the nodes are told.</summary>
    public TlsOptions Options { get; }

    /// <summary>Makes them, or says why that is impossible.</summary>
    public static Result<ThrowAwayCertificates> Create(TimeProvider time)
    {
        ThrowAwayCertificates? made = null;
        try
        {
            var folder = Directory.CreateTempSubdirectory(FolderPrefix).FullName;
            made = new ThrowAwayCertificates(new TlsOptions(Path.Combine(folder, NodeFile), Path.Combine(folder, AuthorityFile)));
            made.Write(time.GetUtcNow());
            return Result<ThrowAwayCertificates>.Good(made);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            made?.Dispose();
            return Result<ThrowAwayCertificates>.Bad($"There is no place for the certificates of --tls in {Path.GetTempPath()}: {error.Message}");
        }
    }

    /// <summary>Removes what <see cref="Create"/> made, and nothing else. A node does so if its run is gone without having done it.</summary>
    public static void Remove(TlsOptions? options)
    {
        var folder = Path.GetDirectoryName(options?.Certificate);
        if (folder is null || !Path.GetFileName(folder).StartsWith(FolderPrefix, StringComparison.Ordinal))
            return;
        // Each by its name, whatever happened to the others: several nodes do this at once, and the last one finds the folder empty.
        Try(() => File.Delete(Path.Combine(folder, NodeFile)));
        Try(() => File.Delete(Path.Combine(folder, AuthorityFile)));
        Try(() => Directory.Delete(folder));
    }

    /// <inheritdoc />
    public void Dispose() => Remove(Options);

    private static void Try(Action delete)
    {
        try
        {
            delete();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another process was quicker, or holds it open.
        }
    }

    private void Write(DateTimeOffset now)
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authority = new CertificateRequest("CN=SocketBots authority for one run", authorityKey, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        authority.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        authority.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(authority.PublicKey, critical: false));
        using var authorityCertificate = authority.CreateSelfSigned(now - Past, now + Life);

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var node = new CertificateRequest("CN=SocketBots node for one run", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        node.CertificateExtensions.Add(names.Build());
        node.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        node.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(KeyPurpose.Server), new Oid(KeyPurpose.Client)], critical: false));
        node.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authorityCertificate, true, false));
#pragma warning disable RS0030 // The system draws keys and numbers of certificates.
        using var certificate = node.Create(authorityCertificate, now - Past, now + Life, RandomNumberGenerator.GetBytes(16));
#pragma warning restore RS0030

        File.WriteAllText(Options.Trust!, authorityCertificate.ExportCertificatePem());
        File.WriteAllText(Options.Certificate, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}");
    }
}
