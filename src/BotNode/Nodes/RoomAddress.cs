using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotNode.Nodes;

/// <summary>Where a room is: what a seed node prints and a bot node takes.</summary>
/// <param name="Host">The seed node's host, a name or an address.</param>
/// <param name="Port">The seed node's port.</param>
internal sealed record RoomAddress(string Host, int Port)
{
    /// <summary>The name of a seed node's actor system.</summary>
    public const string SystemName = "Chatroom";

    private const string Scheme = "akka.tcp";
    private const string AddressKey = "address";

    /// <summary>The address in a text; null when there is none of a room.</summary>
    public static RoomAddress? Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri is { Scheme: Scheme, UserInfo: SystemName, Host.Length: > 0, Port: > 0, PathAndQuery: "" or "/" }
            ? new RoomAddress(HostIn(text), uri.Port)
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

    /// <summary>The address as Akka writes it: akka.tcp://Chatroom@HOST:PORT.</summary>
    public override string ToString() => $"{Scheme}://{SystemName}@{Host}:{Port}";

    // As it was typed: Uri writes a name in small letters, and to Akka that is another address.
    private static string HostIn(string text) => text[(text.IndexOf('@', StringComparison.Ordinal) + 1)..text.LastIndexOf(':')];
}
