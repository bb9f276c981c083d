using System.Buffers.Binary;
using System.Security.Cryptography;

namespace RemoteGuard.Limits;

/// <summary>What no stranger can guess.</summary>
/// <param name="draw">Draws so many bytes.</param>
internal sealed class Secrets(Func<int, byte[]> draw)
{
    private const int TextBytes = 16;

    /// <summary>Those of the system.</summary>
#pragma warning disable RS0030 // The only other ones are those of a simulation.
    public static Secrets OfSystem { get; } = new(RandomNumberGenerator.GetBytes);
#pragma warning restore RS0030

    /// <summary>A text of 32 hexadecimal digits.</summary>
    public string Text() => Convert.ToHexString(draw(TextBytes));

    /// <summary>A number from 0 to <paramref name="count"/> - 1.</summary>
    public long Below(long count) => BinaryPrimitives.ReadUInt32LittleEndian(draw(sizeof(uint))) * count >> 32;
}
