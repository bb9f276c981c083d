using System.Buffers.Binary;

namespace BotNode.Tests.Network;

/// <summary>Frames as they go over TCP.</summary>
internal static class Frames
{
    /// <summary>Puts the length before a frame, or another one.</summary>
    public static byte[] Framed(byte[] content, int? length = null)
    {
        var frame = new byte[sizeof(int) + content.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, length ?? content.Length);
        content.CopyTo(frame, sizeof(int));
        return frame;
    }
}
