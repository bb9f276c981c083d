using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Chatroom.Actors;

/// <summary>The words that files use for the members of an enum: <c>NameTaken</c> is <c>name-taken</c>.</summary>
internal static class EnumWords
{
    public static string Of<TEnum>(TEnum value) where TEnum : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static bool TryParse<TEnum>(string? word, [NotNullWhen(true)] out TEnum value) where TEnum : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<TEnum>())
        {
            if (Of(candidate) == word)
            {
                value = candidate;
                return true;
            }
        }
        value = default;
        return false;
    }

    public static string All<TEnum>() where TEnum : struct, Enum => string.Join(", ", Enum.GetValues<TEnum>().Select(Of));
}
