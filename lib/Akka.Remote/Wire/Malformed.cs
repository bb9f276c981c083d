using Google.Protobuf;

namespace Akka.Remote.Wire;

/// <summary>What Google.Protobuf throws at bytes that are no message.</summary>
internal static class Malformed
{
    /// <summary>
    /// Whether an exception says so. Google.Protobuf 3.25 also runs over the end of its buffer, where the length of a message
    /// inside another, added to where it begins, is more than an int holds.
    /// </summary>
    internal static bool Is(Exception e) => e is InvalidProtocolBufferException or IndexOutOfRangeException;
}
