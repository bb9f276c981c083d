using System.Text.Json;

namespace Chatroom.Actors;

/// <summary>The lines between a bot and a program that thinks for it: docs/minds.md.</summary>
internal static class MindJson
{
    /// <summary>An answer; a null round means the round asked last, a null text means silence.</summary>
    public sealed record Answer(int? Round, string? Text);

    /// <summary>The line that asks for an answer.</summary>
    public static string Of(Prompt prompt) => JsonText.Object(json =>
    {
        json.WriteString("type", "prompt");
        json.WriteNumber("round", prompt.Round);
        json.WriteString("name", prompt.Name);
        json.WriteNumber("seed", prompt.Seed);
        json.WriteString("category", prompt.Suggestion.Category);
        json.WriteString("action", prompt.Suggestion.Action);
        json.WriteString("subject", prompt.Suggestion.Subject);
        json.WriteString("what", prompt.Suggestion.What);
        json.WriteString("text", prompt.Suggestion.Text);
        if (prompt.Deadline is { } deadline)
            json.WriteNumber("deadline", (long)Math.Round(deadline.TotalMilliseconds));
        else
            json.WriteNull("deadline");
        Write(json, prompt.Persona);
    });

    /// <summary>The line that tells of an event: as in a transcript, but without the hash.</summary>
    public static string Of(RoomEvent happened) => EventJson.LineOf(happened);

    /// <summary>The answer in a line; null when there is none.</summary>
    public static Answer? AnswerIn(string line)
    {
        // Without an exception, for a program that prints something else as fast as it can.
        if (line.AsSpan().TrimStart() is not ['{', ..])
            return null;
        try
        {
            using var document = JsonDocument.Parse(line);
            var json = document.RootElement;
            return json.ValueKind == JsonValueKind.Object && IsAnswer(json)
                ? new Answer(json.TryGetProperty("round", out _) ? json.Int("round") : null, json.TextOrNull("text"))
                : null;
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private static void Write(Utf8JsonWriter json, PromptPersona? persona)
    {
        if (persona is null)
        {
            json.WriteNull("persona");
            return;
        }

        json.WriteStartObject("persona");
        json.WriteString("name", persona.Name);
        json.WriteString("interest", persona.Interest);
        json.WriteString("character", persona.Character);
        json.WriteEndObject();
    }

    // A program that answers {} is silent; one that misspells "text" did not mean to be.
    private static bool IsAnswer(JsonElement json) =>
        !json.EnumerateObject().Any() || json.TryGetProperty("text", out _) || json.TryGetProperty("round", out _);
}
