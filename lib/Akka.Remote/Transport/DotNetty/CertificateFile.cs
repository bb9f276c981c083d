using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Akka.Configuration;

namespace Akka.Remote.Transport.DotNetty;

/// <summary>A file that a setting names, with certificates in it. What is wrong with it is told in one line.</summary>
/// <param name="setting">The setting, below <see cref="TlsSettings.Section"/>.</param>
/// <param name="path">The file.</param>
internal sealed class CertificateFile(string setting, string path)
{
    private const string PemMark = "-----BEGIN ";

    private readonly byte[] _bytes = Read(setting, path);

    /// <summary>The file's bytes.</summary>
    internal ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The file's text.</summary>
    internal string Text => Encoding.UTF8.GetString(_bytes);

    /// <summary>Whether it is PEM: certificates and keys as text.</summary>
    internal bool IsPem => Text.Contains(PemMark, StringComparison.Ordinal);

    /// <summary>The kind of binary file it is.</summary>
    internal X509ContentType ContentType
    {
        get
        {
            try
            {
                return X509Certificate2.GetCertContentType(_bytes);
            }
            catch (CryptographicException)
            {
                return X509ContentType.Unknown;
            }
        }
    }

    /// <summary>Whether it holds a block of PEM with this name.</summary>
    internal bool HasPem(string label) => Text.Contains($"{PemMark}{label}-----", StringComparison.Ordinal);

    /// <summary>The error that says what is wrong with the file.</summary>
    internal ConfigurationException Problem(string what, Exception? cause = null) => Problem(setting, path, what, cause);

    /// <inheritdoc />
    public override string ToString() => $"Setting '{TlsSettings.Section}.{setting}' names {Path.GetFullPath(path)}";

    private static byte[] Read(string setting, string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Problem(setting, path, "there is no such file", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw Problem(setting, path, Directory.Exists(path) ? "that is a folder; name a file" : "this user may not read it", e);
        }
        catch (IOException e)
        {
            throw Problem(setting, path, $"it can't be read: {e.Message}", e);
        }
    }

    private static ConfigurationException Problem(string setting, string path, string what, Exception? cause) =>
        new($"Setting '{TlsSettings.Section}.{setting}' names {Path.GetFullPath(path)}, and {what}", cause);
}
