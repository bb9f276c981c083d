using RemoteGuard.Wire;

namespace RemoteGuard.Rules;

/// <summary>The system messages Watch and Unwatch.</summary>
internal ref struct WatchMessage
{
    /// <summary>Whether it is Unwatch.</summary>
    public bool IsUnwatch { get; private set; }

    /// <summary>The path of the watched actor, with its address.</summary>
    public ReadOnlySpan<byte> Watchee { get; private set; }

    /// <summary>The path of the watching actor, with its address.</summary>
    public ReadOnlySpan<byte> Watcher { get; private set; }

    /// <summary>Reads one.</summary>
    /// <returns>False for any other message.</returns>
    public static bool TryRead(scoped in Payload payload, out WatchMessage message)
    {
        message = default;
        var content = payload.Content;
        message.IsUnwatch = payload.Manifest.SequenceEqual("Akka.Dispatch.SysMsg.Unwatch, Akka"u8);
        if (!message.IsUnwatch && !payload.Manifest.SequenceEqual("Akka.Dispatch.SysMsg.Watch, Akka"u8))
            return false;
        var fields = new FieldReader(content);
        while (fields.Next())
        {
            if (fields.Is(1, WireType.Bytes) && Frame.TryReadReference(fields.Bytes, out var watchee))
                message.Watchee = watchee;
            else if (fields.Is(2, WireType.Bytes) && Frame.TryReadReference(fields.Bytes, out var watcher))
                message.Watcher = watcher;
            else
                return false;
        }

        return !fields.IsBroken;
    }
}
