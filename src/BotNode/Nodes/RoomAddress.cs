namespace BotNode.Nodes;

/// <summary>Where a room is: what a seed node prints and a bot node takes.</summary>
/// <param name="Host">The seed node's host, a name or an address.</param>
/// <param name="Port">The seed node's port.</param>
internal sealed record RoomAddress(string Host, int Port)
{
    /// <summary>The name of a seed node's actor system.</summary>
    public const string SystemName = "Chatroom";

    private const string Scheme = "akka.tcp";

    /// <summary>The address in a text; null when there is none of a room.</summary>
    public static RoomAddress? Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri is { Scheme: Scheme, UserInfo: SystemName, Host.Length: > 0, Port: > 0, PathAndQuery: "" or "/" }
            ? new RoomAddress(uri.Host, uri.Port)
            : null;

    /// <summary>The address as Akka writes it: akka.tcp://Chatroom@HOST:PORT.</summary>
    public override string ToString() => $"{Scheme}://{SystemName}@{Host}:{Port}";
}
