using System.Text;

namespace RemoteGuard.Tests.Wire;

/// <summary>Frames of every kind that a peer may send to a node, to begin changes with.</summary>
internal static class LegalFrames
{
    /// <summary>They.</summary>
    /// <param name="node">The node's address as paths begin with it.</param>
    /// <param name="actor">An actor that everybody may speak to, such as <c>user/room</c>.</param>
    /// <param name="peer">The peer's address as paths begin with it.</param>
    /// <param name="own">A message of the node's own, in a serializer of its list.</param>
    public static IReadOnlyList<byte[]> Of(string node, string actor, string peer, byte[] own) =>
    [
        TestFrames.Control(3),
        TestFrames.Acknowledge(0),
        TestFrames.Acknowledge(7, 3, 4),
        TestFrames.Envelope(node + actor, own, $"{peer}user/bot#12"),
        TestFrames.Envelope($"{node}{actor}#99", own, $"{peer}user/bot#12"),
        TestFrames.Envelope(node + actor, own),
        TestFrames.SelectNames(node, own, $"{peer}temp/a", actor),
        TestFrames.Envelope(node + actor, TestFrames.Identify("who"), $"{peer}temp/b"),
        TestFrames.Envelope(node + actor, TestFrames.Payload(TestFrames.Misc, "ID", []), $"{peer}user/bot#12"),
        TestFrames.Envelope($"{node}temp/asking", TestFrames.Identity($"{peer}user/bot#12"), $"{peer}user/bot#12"),
        TestFrames.SelectNames(node, TestFrames.Payload(TestFrames.Misc, "RWHB", []), $"{peer}system/remote-watcher#4", "system/remote-watcher"),
        TestFrames.Envelope($"{node}system/remote-watcher#3", TestFrames.Payload(TestFrames.Misc, "RWHR", [8, 1]), $"{peer}system/remote-watcher#4"),
        TestFrames.Envelope($"{node}{actor}#1", TestFrames.WatchOf($"{node}{actor}#1", $"{peer}system/remote-watcher#4"), number: 0),
        TestFrames.Envelope($"{node}{actor}#1", TestFrames.WatchOf($"{node}{actor}#1", $"{peer}system/remote-watcher#4", TestFrames.Unwatch), number: 1),
        TestFrames.Envelope($"{node}system/remote-watcher#3", TestFrames.DeathOf($"{peer}user/bot#12"), number: 2),
        TestFrames.Envelope(node + actor, TestFrames.Payload(TestFrames.Primitive, "S", Encoding.UTF8.GetBytes("Grüße")), $"{peer}user/bot#12"),
    ];
}
