using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Chatroom.Actors;

/// <summary>What files call a member of an enum. The member may be renamed; the word stays for ever.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class WordAttribute(string word) : Attribute
{
    public string Word => word;
}

/// <summary>The words that files use for the members of enums.</summary>
internal static class EnumWords
{
    public static string Of<TEnum>(TEnum value) where TEnum : struct, Enum => Table<TEnum>.All.First(known => known.Member.Equals(value)).Word;

    public static bool TryParse<TEnum>(string? word, [NotNullWhen(true)] out TEnum value) where TEnum : struct, Enum
    {
        foreach (var known in Table<TEnum>.All)
        {
            if (known.Word == word)
            {
                value = known.Member;
                return true;
            }
        }
        value = default;
        return false;
    }

    public static string All<TEnum>() where TEnum : struct, Enum => string.Join(", ", Table<TEnum>.All.Select(known => known.Word));

    private static class Table<TEnum> where TEnum : struct, Enum
    {
        public static readonly (TEnum Member, string Word)[] All =
        [
            .. from field in typeof(TEnum).GetFields(BindingFlags.Public | BindingFlags.Static)
               select ((TEnum)field.GetValue(null)!, WordOf(field)),
        ];

        private static string WordOf(FieldInfo field) =>
            field.GetCustomAttribute<WordAttribute>()?.Word ?? throw new UnreachableException($"{typeof(TEnum).Name}.{field.Name} has no word.");
    }
}
