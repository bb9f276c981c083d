using System.Text;

namespace Akka.Remote;

/// <summary>The texts of manifests: few come again and again, so the last ones are kept. Any thread may ask.</summary>
internal sealed class Manifests
{
    // A power of two. A peer that makes up manifests costs no more memory than so many of them.
    private const int Places = 64;
    private const int LongestKept = 256;

    private readonly string[] _kept = new string[Places];

    internal string TextOf(ReadOnlySpan<byte> manifest)
    {
        if (manifest.IsEmpty)
            return string.Empty;
        ref var place = ref _kept[(manifest.Length + (31 * manifest[^1])) & (Places - 1)];
        if (Volatile.Read(ref place) is { } kept && Ascii.Equals(manifest, kept))
            return kept;
        var text = Encoding.UTF8.GetString(manifest);
        if (manifest.Length <= LongestKept)
            Volatile.Write(ref place, text);
        return text;
    }
}
