using System.Security.Cryptography.X509Certificates;
using Akka.Actor.Setup;

namespace Akka.Remote.Transport.DotNetty;

/// <summary>
/// This node's certificate for TLS, handed over in code: it takes the place of <c>ssl.certificate</c> and
/// <c>ssl.suppress-validation</c> in <c>akka.remote.dot-netty.tcp</c>. Without <c>enable-ssl = on</c> it does nothing.
/// </summary>
public sealed class DotNettySslSetup : Setup
{
    /// <summary>Hands over a certificate.</summary>
    /// <param name="certificate">This node's certificate, with its private key.</param>
    /// <param name="suppressValidation">Whether to take any certificate that another node shows, whoever signed it.</param>
    public DotNettySslSetup(X509Certificate2 certificate, bool suppressValidation)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        Certificate = certificate;
        SuppressValidation = suppressValidation;
    }

    /// <summary>This node's certificate.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Whether any certificate that another node shows will do.</summary>
    public bool SuppressValidation { get; }
}
