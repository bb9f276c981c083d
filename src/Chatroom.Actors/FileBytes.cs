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
    /// <param name="most">How much is read of a device or a pipe, in bytes: whether it ever ends nobody knows.</param>
    /// <exception cref="IOException">It can't be read, or is such a device and does not end.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[] Read(string path, int most = MostWithoutLength)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var length = file.CanSeek ? file.Length : 0;
        using var content = new MemoryStream((int)Math.Min(length, Array.MaxLength));
        var part = new byte[Part];
        while (file.Read(part) is > 0 and var read)
        {
            if (length == 0 && content.Length + read > most)
            {
                throw new IOException(string.Create(CultureInfo.InvariantCulture, $"it does not end within {most / Megabyte} MB"));
            }
            content.Write(part, 0, read);
        }
        return content.ToArray();
    }
}
