using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotNode.Nodes;

/// <summary>Where a room is: what a seed node prints and a bot node takes.</summary>
/// <param name="Host">The seed node's host, a name or an address.</param>
/// <param name="Port">The seed node's port.</param>
/// <param name="IsSecure">Whether the node speaks TLS.</param>
internal sealed record RoomAddress(string Host, int Port, bool IsSecure = false)
{
    /// <summary>The name of a seed node's actor system.</summary>
    public const string SystemName = "Chatroom";

    /// <summary>How the address of a node with TLS begins.</summary>
    public const string SecureScheme = "akka.ssl.tcp";

    private const string Scheme = "akka.tcp";
    private const string AddressKey = "address";

    /// <summary>The address in a text; null if it holds no address of a room.</summary>
    public static RoomAddress? Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri is { Scheme: Scheme or SecureScheme, UserInfo: SystemName, Host.Length: > 0, Port: > 0, PathAndQuery: "" or "/" }
            ? new RoomAddress(HostIn(text), uri.Port, uri.Scheme == SecureScheme)
            : null;

    /// <summary>The address in a line that <see cref="ToJson"/> made; null when there is none.</summary>
    public static RoomAddress? ParseJson(string line)
    {
        try
        {
            return JsonNode.Parse(line) is JsonObject json && json[AddressKey] is JsonValue address && address.TryGetValue(out string? text)
                ? Parse(text)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The address as a JSON object on one line.</summary>
    public string ToJson() => new JsonObject { [AddressKey] = ToString() }.ToJsonString();

    /// <summary>The address as Akka writes it: akka.tcp://Chatroom@HOST:PORT, or akka.ssl.tcp://…</summary>
    public override string ToString() => $"{(IsSecure ? SecureScheme : Scheme)}://{SystemName}@{Host}:{Port}";

    // As typed: Uri changes a name to lower case, and to Akka that is another address.
    private static string HostIn(string text) => text[(text.IndexOf('@', StringComparison.Ordinal) + 1)..text.LastIndexOf(':')];
}
