using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Chatroom.Actors;

/// <summary>Reads and writes JSON objects of one line; a missing field, or one of another kind, is a FormatException that names it.</summary>
internal static class JsonText
{
    // Apostrophes and letters with accents stay readable for people; the files never go into HTML.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One object, in one line.</summary>
    public static string Object(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>A text between quotation marks.</summary>
    public static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, Options.Encoder)}\"";

    public static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }
        json.WriteEndArray();
    }

    public static string Text(this JsonElement json, string name) =>
        TextOrNull(json, name) ?? throw new FormatException($"{name} is missing");

    public static string? TextOrNull(this JsonElement json, string name) =>
        !json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new FormatException($"{name} is not a text");

    public static int Int(this JsonElement json, string name) =>
        Property(json, name).TryGetInt32Safely(out var value) ? value : throw new FormatException($"{name} is not a whole number");

    public static long Long(this JsonElement json, string name) =>
        Property(json, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value)
            ? value
            : throw new FormatException($"{name} is not a whole number");

    public static bool Bool(this JsonElement json, string name) => Property(json, name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new FormatException($"{name} is not true or false"),
    };

    public static TEnum Word<TEnum>(this JsonElement json, string name) where TEnum : struct, Enum =>
        EnumWords.TryParse<TEnum>(Text(json, name), out var value) ? value : throw new FormatException($"{name} is none of {EnumWords.All<TEnum>()}");

    public static TEnum? WordOrNull<TEnum>(this JsonElement json, string name) where TEnum : struct, Enum =>
        TextOrNull(json, name) is null ? null : Word<TEnum>(json, name);

    public static int? IntOrNull(this JsonElement json, string name) => json.TryGetProperty(name, out _) ? Int(json, name) : null;

    public static long? LongOrNull(this JsonElement json, string name) => json.TryGetProperty(name, out _) ? Long(json, name) : null;

    public static IEnumerable<JsonElement> Array(this JsonElement json, string name) =>
        Property(json, name) is { ValueKind: JsonValueKind.Array } array
            ? array.EnumerateArray()
            : throw new FormatException($"{name} is not a list");

    public static ValueList<string> Strings(this JsonElement json, string name) =>
        Array(json, name).Select(one => one.ValueKind == JsonValueKind.String ? one.GetString()! : throw new FormatException($"{name} holds something else than texts"))
            .ToValueList();

    public static JsonElement Property(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : throw new FormatException($"{name} is missing");

    private static bool TryGetInt32Safely(this JsonElement json, out int value)
    {
        value = 0;
        return json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out value);
    }
}
