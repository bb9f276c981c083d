using System.CommandLine;
using System.Text.Json;
using Akka.Configuration;
using BotNode.CommandLine;

namespace BotNode.Verbs;

/// <summary>What a node is told about TLS.</summary>
/// <param name="Certificate">The file with the node's certificate and its private key.</param>
/// <param name="Trust">The file with the certificates of those whose signature counts; null for those that the machine trusts.</param>
internal sealed record TlsOptions(string Certificate, string? Trust)
{
    /// <summary>The environment variable with the password of the file; on a command line everybody could see it.</summary>
    public const string PasswordVariable = "BOTNODE_TLS_PASSWORD";

    private static readonly Option<string?> CertificateOption = Values.FilePath(
        "--tls", $"Speak TLS, with the certificate and its key in this file, PFX or PEM. A password is taken from {PasswordVariable}. See docs/tls.md.");

    private static readonly Option<string?> TrustOption = Values.FilePath(
        "--tls-trust", "Trust those who show a certificate signed by one in this PEM file [default: by one that this machine trusts]");

    /// <summary>Whether a file is one of a certificate, by its name.</summary>
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

    /// <summary>Reads them from a command line without mistakes; null for no TLS.</summary>
    public static TlsOptions? Of(ParseResult parsed) =>
        parsed.GetValue(CertificateOption) is { } certificate ? new TlsOptions(certificate, parsed.GetValue(TrustOption)) : null;

    /// <summary>Why a node can't start with these options; null when it can, as far as one sees without opening the files.</summary>
    public static string? Problem(TlsOptions? tls) => tls switch
    {
        null => null,
        { Certificate: var file } when !File.Exists(file) =>
            $"There is no file {file}; --tls takes this node's certificate with its key, PFX or PEM. docs/tls.md says how to make one.",
        { Trust: { } file } when !File.Exists(file) =>
            $"There is no file {file}; --tls-trust takes the certificates of those whose signature counts, in PEM.",
        _ => null,
    };

    /// <summary>The settings of a node with these options above them.</summary>
    public Config Over(Config settings) => ConfigurationFactory.ParseString($$"""
        akka.remote.dot-netty.tcp {
          enable-ssl = on
          ssl {
            certificate { path = {{Quoted(Certificate)}}, password = {{Quoted(Environment.GetEnvironmentVariable(PasswordVariable) ?? "")}} }
            trusted-certificates = {{Quoted(Trust ?? "")}}
          }
        }
        """).WithFallback(settings);

    /// <summary>What to say after a message about a setting that the options stand for.</summary>
    public static string Hint(TlsOptions? tls) => tls is null
        ? ""
        : $" (ssl.certificate.path is --tls, ssl.certificate.password the environment variable {PasswordVariable}, ssl.trusted-certificates --tls-trust)";

    // A string of JSON is one of HOCON, too.
    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
