using RemoteGuard.Wire;

namespace RemoteGuard.Rules;

/// <summary>Finds the actors of this node that its messages make known, on one connection.</summary>
/// <param name="known">Where they are noted.</param>
internal sealed class OutgoingReferences(KnownReferences known)
{
    // Most messages come from whom the one before came from.
    private volatile Noted _last = new([], -1);

    /// <summary>Notes whom a message names.</summary>
    /// <param name="message">The message.</param>
    /// <param name="root">This node's address, as paths begin with it.</param>
    public void Add(scoped in Frame message, ReadOnlySpan<byte> root)
    {
        AddSender(message.Sender, root);
        var content = message.Payload.Content;
        for (var at = content.IndexOf(root); at >= 0; at = content.IndexOf(root))
        {
            content = content[(at + root.Length)..];
            var path = content[..PathText.LengthAtStart(content)];
            // That a name stands in a message proves nothing, it may be an echo of what a peer has said. A uid is known to those who were told.
            if (path.StartsWith("user/"u8) && PathText.HasUid(path) && PathText.IsPlain(path))
                known.Add(path);
        }
    }

    private void AddSender(ReadOnlySpan<byte> sender, ReadOnlySpan<byte> root)
    {
        var last = _last;
        if (last.Turns == known.Turns && sender.SequenceEqual(last.Sender))
            return;
        if (!sender.StartsWith(root))
            return;
        var path = sender[root.Length..];
        if (path.StartsWith("user/"u8) || path.StartsWith("temp/"u8))
            known.Add(path);
        _last = new Noted(sender.ToArray(), known.Turns);
    }

    private sealed record Noted(byte[] Sender, int Turns);
}
