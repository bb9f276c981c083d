using RemoteGuard.Wire;

namespace RemoteGuard.Rules;

/// <summary>Finds the actors of this node that its messages make known.</summary>
/// <param name="senders">Takes the actors that have sent a message.</param>
/// <param name="named">Takes the actors that a message names.</param>
internal sealed class OutgoingReferences(KnownReferences senders, KnownReferences named)
{
    private const int LongestNamed = 256;

    /// <summary>Notes the actors that a message makes known.</summary>
    /// <param name="message">The message.</param>
    /// <param name="root">This node's address, as paths begin with it.</param>
    public void Add(scoped in Frame message, ReadOnlySpan<byte> root)
    {
        AddSender(message.Sender, root);
        var content = message.Payload.Content;
        for (var at = content.IndexOf(root); at >= 0; at = content.IndexOf(root))
        {
            content = content[(at + root.Length)..];
            if (!content.StartsWith("user/"u8))
                continue;
            var text = content[..Math.Min(content.Length, LongestNamed)];
            var path = text[..PathText.LengthAtStart(text)];
            // A name in a message proves nothing: it may repeat what a peer has said. Only those that were told a uid know it.
            if (PathText.HasUid(path) && PathText.IsPlain(path))
                named.Add(path);
        }
    }

    private void AddSender(ReadOnlySpan<byte> sender, ReadOnlySpan<byte> root)
    {
        if (!sender.StartsWith(root))
            return;
        var path = sender[root.Length..];
        if (path.StartsWith("user/"u8) || path.StartsWith("temp/"u8))
            senders.Add(path);
    }
}
