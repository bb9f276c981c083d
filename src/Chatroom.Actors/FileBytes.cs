using System.Globalization;

namespace Chatroom.Actors;

/// <summary>Reads a file at one go: a pipe can be opened only once.</summary>
internal static class FileBytes
{
    private const int Megabyte = 1024 * 1024;
    private const int MostWithoutLength = 256 * Megabyte;
    private const int Part = 64 * 1024;

    /// <summary>The bytes of a file that somebody may be writing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">
    /// How many bytes it may have; null for any number. Of a device or a pipe, of which nobody knows whether it ever ends, no more than
    /// 256 MB are read even then.
    /// </param>
    /// <exception cref="IOException">It can't be read, or is too long.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[] Read(string path, int? most = null)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var length = file.CanSeek ? file.Length : 0;
        if (length > most)
        {
            throw new IOException(string.Create(CultureInfo.InvariantCulture, $"it is larger than {most / Megabyte} MB"));
        }
        var mostWithoutLength = most ?? MostWithoutLength;
        using var content = new MemoryStream((int)Math.Min(length, Array.MaxLength));
        var part = new byte[Part];
        while (file.Read(part) is > 0 and var read)
        {
            if (length == 0 && content.Length + read > mostWithoutLength)
            {
                throw new IOException(string.Create(CultureInfo.InvariantCulture, $"it does not end within {mostWithoutLength / Megabyte} MB"));
            }
            content.Write(part, 0, read);
        }
        return content.ToArray();
    }
}
