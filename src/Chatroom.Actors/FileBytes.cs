namespace Chatroom.Actors;

/// <summary>Reads a file at one go: a pipe can be opened only once.</summary>
internal static class FileBytes
{
    private const int MostWithoutLength = 256 * 1024 * 1024;
    private const int Part = 64 * 1024;

    /// <summary>The bytes of a file that somebody may be writing.</summary>
    /// <exception cref="IOException">It can't be read, or is a device that never ends.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var length = file.CanSeek ? file.Length : 0;
        using var content = new MemoryStream((int)Math.Min(length, Array.MaxLength));
        var part = new byte[Part];
        while (file.Read(part) is > 0 and var read)
        {
            if (length == 0 && content.Length > MostWithoutLength)
            {
                throw new IOException("it does not end");
            }
            content.Write(part, 0, read);
        }
        return content.ToArray();
    }
}
