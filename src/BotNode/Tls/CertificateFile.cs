using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace BotNode.Tls;

/// <summary>A file with certificates in it. Each problem with it is one line.</summary>
/// <param name="option">The option that names it.</param>
/// <param name="path">The file.</param>
internal sealed class CertificateFile(string option, string path)
{
    private const string PemMark = "-----BEGIN ";

    private readonly byte[] _bytes = Read(option, path);

    /// <summary>The file's bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The file's text.</summary>
    public string Text => field ??= Encoding.UTF8.GetString(_bytes);

    /// <summary>Whether it is PEM: certificates and keys as text.</summary>
    public bool IsPem => Text.Contains(PemMark, StringComparison.Ordinal);

    /// <summary>The kind of binary file it is.</summary>
    public X509ContentType ContentType
    {
        get
        {
            try
            {
                return X509Certificate2.GetCertContentType(_bytes);
            }
            catch (Exception e) when (e is CryptographicException or ArgumentException)
            {
                return X509ContentType.Unknown;
            }
        }
    }

    /// <summary>Whether it holds a block of PEM with this name.</summary>
    public bool HasPem(string label) => Text.Contains($"{PemMark}{label}-----", StringComparison.Ordinal);

    /// <summary>The error that says what is wrong with the file.</summary>
    public CertificateException Problem(string what, Exception? cause = null) => Problem(option, path, what, cause);

    private static byte[] Read(string option, string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CertificateException($"There is no file {path}; {option} takes {WhatItTakes(option)}. docs/tls.md says how to make one.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw Problem(option, path, Directory.Exists(path) ? "that is a folder; name a file" : "this user may not read it", e);
        }
        catch (IOException e)
        {
            throw Problem(option, path, $"it can't be read: {e.Message}", e);
        }
    }

    private static string WhatItTakes(string option) => option == TlsOptionNames.Certificate
        ? "this node's certificate with its key, PFX or PEM"
        : "the certificates of those whose signature counts, in PEM";

    private static CertificateException Problem(string option, string path, string what, Exception? cause) =>
        new($"{option} names {path}, and {what}. See docs/tls.md.", cause);
}

/// <summary>A certificate can't be used; the message is one line that says which file, why, and what to do.</summary>
internal sealed class CertificateException(string message, Exception? cause = null) : Exception(message, cause);
