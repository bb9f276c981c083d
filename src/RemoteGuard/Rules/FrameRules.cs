using System.Text;
using RemoteGuard.Wire;

namespace RemoteGuard.Rules;

/// <summary>What a peer may send once it has said who it is. Anything that is not named here is refused.</summary>
/// <param name="serializers">The numbers of the program's own serializers.</param>
/// <param name="paths">The actors that everybody may speak to, as <c>user/room</c>.</param>
/// <param name="senders">The actors that have sent messages to others.</param>
/// <param name="named">The actors that such messages name.</param>
internal sealed class FrameRules(IReadOnlySet<int> serializers, IReadOnlySet<string> paths, KnownReferences senders, KnownReferences named)
{

    // Each holds the paths of two actors at most.
    private const int LongestSystemMessage = 4096;

    // The most that an actor system has on their way: akka.remote.system-message-buffer-size.
    private const int MostMissing = 20_000;
    /// <summary>The most bytes of a goodbye.</summary>
    public const int LongestGoodbye = 64;

    private const int MostElements = 32;
    private const int LongestSelection = 512;

    private readonly int[] _serializers = [.. serializers];

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _paths =
        paths.ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Judges a frame, except for the number of a system message.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <param name="here">This node's address, as paths begin with it.</param>
    /// <param name="peer">The peer's address.</param>
    public Verdict Judge(scoped in Frame frame, int length, ReadOnlySpan<byte> here, ReadOnlySpan<byte> peer)
    {
        if (frame.Missing > MostMissing)
            return Verdict.Close("it names more missing system messages than anybody sends");
        return frame.Kind switch
        {
            FrameKind.Message => JudgeMessage(frame, length, here, peer),
            FrameKind.Acknowledgement or FrameKind.Heartbeat => Verdict.Pass,
            FrameKind.Goodbye when length <= LongestGoodbye => Verdict.Pass,
            FrameKind.Associate => Verdict.Close("it says twice who it is"),
            _ => Verdict.Close("it is no frame of Akka.Remote"),
        };
    }

    private Verdict JudgeMessage(scoped in Frame frame, int length, ReadOnlySpan<byte> here, ReadOnlySpan<byte> peer)
    {
        var isNumbered = frame.Number != Frame.NoNumber;
        if (isNumbered != (frame.Payload.Serializer == AkkaSerializers.SystemMessages))
            return Verdict.Close("its number does not go with what it is");
        if (!frame.Recipient.StartsWith(here))
            return Otherwise(isNumbered, "it is for another node");
        if (!frame.Sender.IsEmpty && !IsBelow(frame.Sender, peer))
            return Otherwise(isNumbered, "its sender is not of the node that sends it");
        var recipient = frame.Recipient[here.Length..];
        if (isNumbered)
            return length <= LongestSystemMessage && IsAllowed(frame.Payload, recipient, here, peer)
                ? Verdict.Pass
                : Verdict.Close("it is a system message that peers may not send");
        if (recipient.IsEmpty)
            return JudgeSelection(frame.Payload, peer);
        return !PathText.IsPlain(recipient) ? Verdict.Drop("its recipient is no plain path") : JudgeOrdinary(frame.Payload, recipient, peer);
    }

    // A dropped number would leave a gap for ever, and everything after it would be kept: so the peer must go.
    private static Verdict Otherwise(bool isNumbered, string why) => isNumbered ? Verdict.Close(why) : Verdict.Drop(why);

    private Verdict JudgeOrdinary(scoped in Payload payload, ReadOnlySpan<byte> recipient, ReadOnlySpan<byte> peer)
    {
        if (IsRemoteWatcher(recipient))
            return IsSignOfLife(payload) || IsIdentify(payload, peer) ? Verdict.Pass : Verdict.Drop("it is nothing that death watch needs");
        if (!IsKnown(recipient))
            return Verdict.Drop("its recipient was not made known");
        return IsHarmless(payload, peer) ? Verdict.Pass : Verdict.Drop("its serializer is not on the list");
    }

    private Verdict JudgeSelection(scoped in Payload selection, ReadOnlySpan<byte> peer)
    {
        if (selection.Serializer != AkkaSerializers.Selection || !selection.Manifest.IsEmpty)
            return Verdict.Drop("it is for the root");
        if (!TryReadSelection(selection, out var payload, out var whole))
            return Verdict.Drop("it is a selection by patterns, or a broken one");
        if (whole == "system/remote-watcher")
            return IsSignOfLife(payload) || IsIdentify(payload, peer) ? Verdict.Pass : Verdict.Drop("it is nothing that death watch needs");
        if (!_paths.Contains(whole))
            return Verdict.Drop("it selects what the settings don't name");
        return IsHarmless(payload, peer) ? Verdict.Pass : Verdict.Drop("its serializer is not on the list");
    }

    /// <summary>Reads a selection that goes down name by name.</summary>
    /// <param name="selection">The selection.</param>
    /// <param name="payload">What it carries.</param>
    /// <param name="path">The path that it selects, as <c>user/room</c>.</param>
    public static bool TryReadSelection(scoped in Payload selection, out Payload payload, out string path)
    {
        payload = default;
        path = "";
        var (names, length) = (new List<string>(), 0);
        var fields = new FieldReader(selection.Content);
        while (fields.Next(repeated: 2))
        {
            if (fields.Is(1, WireType.Bytes) && Payload.TryRead(fields.Bytes, out payload))
                continue;
            if (!fields.Is(2, WireType.Bytes) || names.Count == MostElements || !TryReadName(fields.Bytes, out var name) || (length += name.Length) > LongestSelection)
                return false;
            names.Add(Encoding.ASCII.GetString(name));
        }

        path = string.Join('/', names);
        return !fields.IsBroken;
    }

    /// <summary>Reads an element of a selection that is a name, not a pattern and not the way up.</summary>
    private static bool TryReadName(ReadOnlySpan<byte> selection, out ReadOnlySpan<byte> name)
    {
        const ulong ChildName = 2;
        name = default;
        ulong type = 0;
        var fields = new FieldReader(selection);
        while (fields.Next())
        {
            if (fields.Is(1, WireType.Varint))
                type = fields.Value;
            else if (fields.Is(2, WireType.Bytes))
                name = fields.Bytes;
            else
                return false;
        }

        return !fields.IsBroken && type == ChildName && PathText.IsPlain(name) && !name.ContainsAny((byte)'/', (byte)'#');
    }

    private static bool IsAllowed(scoped in Payload payload, ReadOnlySpan<byte> recipient, ReadOnlySpan<byte> here, ReadOnlySpan<byte> peer) =>
        WatchMessage.TryRead(payload, out var watch)
            ? IsWatch(watch, recipient, here, peer)
            : payload.Manifest.SequenceEqual("Akka.Dispatch.SysMsg.DeathWatchNotification, Akka"u8) && IsDeath(payload.Content, recipient, peer);

    /// <summary>The peer's remote watcher may watch the recipient of the message; if that actor is gone, the peer learns just that.</summary>
    private static bool IsWatch(scoped in WatchMessage watch, ReadOnlySpan<byte> recipient, ReadOnlySpan<byte> here, ReadOnlySpan<byte> peer) =>
        PathText.IsPlain(recipient) && (recipient.StartsWith("user/"u8) || recipient.StartsWith("temp/"u8))
        && watch.Watchee.StartsWith(here) && watch.Watchee[here.Length..].SequenceEqual(recipient)
        && IsBelow(watch.Watcher, peer) && IsRemoteWatcher(watch.Watcher[peer.Length..]);

    /// <summary>Our remote watcher may be told that an actor of the peer has died.</summary>
    private static bool IsDeath(ReadOnlySpan<byte> death, ReadOnlySpan<byte> recipient, ReadOnlySpan<byte> peer)
    {
        ReadOnlySpan<byte> actor = default;
        var fields = new FieldReader(death);
        while (fields.Next())
        {
            if (fields.Is(1, WireType.Bytes) && Frame.TryReadReference(fields.Bytes, out var path))
                actor = path;
            else if (!fields.Is(2, WireType.Varint) && !fields.Is(3, WireType.Varint))
                return false;
        }

        return !fields.IsBroken && IsBelow(actor, peer) && PathText.IsPlain(recipient) && IsRemoteWatcher(recipient);
    }

    /// <summary>Whether everybody may speak to an actor, or this node has made it known.</summary>
    /// <param name="recipient">Its path, without the address.</param>
    public bool IsKnown(ReadOnlySpan<byte> recipient) => senders.Contains(recipient) || named.Contains(recipient) || IsOnList(recipient);

    private bool IsOnList(ReadOnlySpan<byte> recipient)
    {
        Span<char> path = stackalloc char[recipient.Length];
        return _paths.Contains(path[..Encoding.ASCII.GetChars(PathText.WithoutUid(recipient), path)]);
    }

    private bool IsHarmless(scoped in Payload payload, ReadOnlySpan<byte> peer) =>
        payload.Serializer == AkkaSerializers.Misc ? IsIdentify(payload, peer) : _serializers.AsSpan().Contains(payload.Serializer);

    /// <summary>Identify and its answer. Both carry an id, which may be any message; the answer also a reference, which may lead anywhere.</summary>
    private bool IsIdentify(scoped in Payload payload, ReadOnlySpan<byte> peer)
    {
        var isAnswer = payload.Manifest.SequenceEqual("AID"u8);
        if (payload.Serializer != AkkaSerializers.Misc || !(isAnswer || payload.Manifest.SequenceEqual("ID"u8)))
            return false;
        var fields = new FieldReader(payload.Content);
        while (fields.Next())
        {
            var isHarmless = fields.Is(1, WireType.Bytes)
                ? Payload.TryRead(fields.Bytes, out var id) && (id.Serializer is AkkaSerializers.Null or AkkaSerializers.Primitive || _serializers.AsSpan().Contains(id.Serializer))
                : isAnswer && fields.Is(2, WireType.Bytes) && (fields.Bytes.IsEmpty || IsBelow(fields.Bytes, peer));
            if (!isHarmless)
                return false;
        }

        return !fields.IsBroken;
    }

    private static bool IsSignOfLife(scoped in Payload payload) =>
        payload.Serializer == AkkaSerializers.Misc && (payload.Manifest.SequenceEqual("RWHB"u8) || payload.Manifest.SequenceEqual("RWHR"u8));

    private static bool IsRemoteWatcher(ReadOnlySpan<byte> path) => PathText.WithoutUid(path).SequenceEqual("system/remote-watcher"u8);

    private static bool IsBelow(ReadOnlySpan<byte> path, ReadOnlySpan<byte> root) => path.StartsWith(root) && PathText.IsPlain(path[root.Length..]);
}
