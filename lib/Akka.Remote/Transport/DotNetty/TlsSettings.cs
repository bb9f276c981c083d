using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Akka.Configuration;

namespace Akka.Remote.Transport.DotNetty;

/// <summary>The section <c>akka.remote.dot-netty.tcp.ssl</c>, read and checked, with the certificates loaded.</summary>
/// <param name="Certificate">This node's own certificate, and those between it and its root.</param>
/// <param name="Trusted">Whose signature counts; null for those that this machine trusts.</param>
/// <param name="WhoIsTrusted">The same in words.</param>
/// <param name="SuppressValidation">Whether any certificate will do, whoever signed it.</param>
/// <param name="RequireMutualAuthentication">Whether who connects to us must show a certificate.</param>
/// <param name="ValidateHostname">Whether a certificate must name the host that we connect to.</param>
internal sealed record TlsSettings(
    SslStreamCertificateContext Certificate,
    X509Certificate2Collection? Trusted,
    string WhoIsTrusted,
    bool SuppressValidation,
    bool RequireMutualAuthentication,
    bool ValidateHostname)
{
    /// <summary>Where the settings stand.</summary>
    internal const string Section = $"{TcpSettings.Path}.ssl";

    private static readonly Dictionary<string, X509KeyStorageFlags> KnownFlags = new(StringComparer.Ordinal)
    {
        ["default-key-set"] = X509KeyStorageFlags.DefaultKeySet,
        ["exportable"] = X509KeyStorageFlags.Exportable,
        ["machine-key-set"] = X509KeyStorageFlags.MachineKeySet,
        ["persist-key-set"] = X509KeyStorageFlags.PersistKeySet,
        ["user-key-set"] = X509KeyStorageFlags.UserKeySet,
        ["user-protected"] = X509KeyStorageFlags.UserProtected,
    };

    /// <summary>
    /// Whether those who connect to us need only be signed by an authority that sells to everybody: a certificate of theirs is not
    /// asked for a name, as a node may connect from anywhere.
    /// </summary>
    internal bool AdmitsWhomTheMachineTrusts => RequireMutualAuthentication && !SuppressValidation && Trusted is null;

    /// <summary>Reads the settings of a transport; null when its <c>enable-ssl</c> is off.</summary>
    /// <param name="transport">The transport's section.</param>
    /// <param name="setup">A certificate given in code, which goes before one in a file.</param>
    /// <param name="time">Tells whether the certificate is valid now.</param>
    /// <exception cref="ConfigurationException">A file can't be used; the message names the setting, the file, and what to do.</exception>
    internal static TlsSettings? Read(Config transport, DotNettySslSetup? setup, TimeProvider time)
    {
        if (!new SettingsReader(transport, TcpSettings.Path).Switch("enable-ssl"))
            return null;
        var ssl = new SettingsReader(transport.GetConfig("ssl") ?? Config.Empty, Section);
        var suppress = setup?.SuppressValidation ?? ssl.Switch("suppress-validation");
        var trusted = ssl.Text("trusted-certificates");
        var own = setup is null ? ReadOwn(ssl) : OwnCertificate.Of(setup.Certificate, "The certificate in the DotNettySslSetup");
        own.Check(time.GetUtcNow());
        return new TlsSettings(
            SslStreamCertificateContext.Create(own.Certificate, own.Others, offline: true),
            trusted.Length == 0 ? null : TrustedCertificates.Read(trusted),
            trusted.Length == 0
                ? $"trusted are those whom this machine trusts ({Section}.trusted-certificates names no others)"
                : $"trusted are those in {trusted} ({Section}.trusted-certificates)",
            suppress,
            ssl.Switch("require-mutual-authentication", missing: true),
            ssl.Switch("validate-certificate-hostname", missing: !suppress));
    }

    /// <summary>How a chain of certificates is built and judged, now. Nothing is fetched from where a stranger's certificate points to.</summary>
    internal X509ChainPolicy ChainPolicy(TimeProvider time)
    {
        var policy = new X509ChainPolicy
        {
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            VerificationTime = time.GetLocalNow().DateTime,
        };
        if (Trusted is null)
            return policy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.AddRange(Trusted);
        return policy;
    }

    private static OwnCertificate ReadOwn(SettingsReader ssl)
    {
        if (ssl.Switch("certificate.use-thumbprint-over-file"))
            throw ssl.Refused("certificate.use-thumbprint-over-file", $"off: certificates are read from files only; name one in '{Section}.certificate.path'");
        var path = ssl.Text("certificate.path");
        if (path.Length == 0)
            throw ssl.Refused("certificate.path", "a PFX or PEM file with this node's certificate and its private key, as enable-ssl is on");
        var flags = ssl.Texts("certificate.flags").Aggregate(
            X509KeyStorageFlags.DefaultKeySet,
            (all, name) => KnownFlags.TryGetValue(name, out var flag)
                ? all | flag
                : throw ssl.Refused("certificate.flags", $"some of {string.Join(", ", KnownFlags.Keys)}, and '{name}' is none"));
        return OwnCertificate.Read(path, ssl.Text("certificate.password"), ssl.Text("certificate.key-path"), flags);
    }
}
