using System.CommandLine;
using BotNode.Tls;
using Chatroom.Actors;

namespace BotNode.CommandLine;

/// <summary>What a node is told about TLS.</summary>
/// <param name="Certificate">The file with the node's certificate and its private key.</param>
/// <param name="Trust">The file with the certificates of the trusted authorities; null for those that the machine trusts.</param>
internal sealed record TlsOptions(string Certificate, string? Trust)
{
    private static readonly Option<string?> CertificateOption = Values.FilePath(
        TlsOptionNames.Certificate, $"Speak TLS, with the certificate and its key in this file, PFX or PEM. A password is taken from {TlsOptionNames.Password}. See docs/tls.md.");

    private static readonly Option<string?> TrustOption = Values.FilePath(
        TlsOptionNames.Trust, "Trust those who show a certificate signed by one in this PEM file [default: by one that this machine trusts]");

    /// <summary>Whether the name of a file is that of a certificate file.</summary>
    public static bool IsOfACertificate(string file) => Path.GetExtension(file) is ".pem" or ".pfx" or ".p12" or ".crt" or ".cer";

    /// <summary>Adds the options to a verb that starts a node.</summary>
    public static void AddTo(Command command)
    {
        command.Add(CertificateOption);
        command.Add(TrustOption);
        command.Validators.Add(result =>
        {
            if (result.GetResult(TrustOption) is not null && result.GetResult(CertificateOption) is null)
                result.AddError("--tls-trust needs --tls, the file with this node's own certificate.");
        });
    }

    /// <summary>Reads the files that they name, or says what is wrong with them.</summary>
    public Result<NodeTls> Load(TimeProvider time) => NodeTls.Load(Certificate, Trust, time);

    /// <summary>Reads them from a command line without mistakes; null for no TLS.</summary>
    public static TlsOptions? Of(ParseResult parsed) =>
        parsed.GetValue(CertificateOption) is { } certificate ? new TlsOptions(certificate, parsed.GetValue(TrustOption)) : null;
}
