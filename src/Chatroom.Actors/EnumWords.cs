using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Chatroom.Actors;

/// <summary>What files call a member of an enum. The member may be renamed; the word stays for ever.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class WordAttribute(string word) : Attribute
{
    public string Word => word;
}

/// <summary>The words that files use for the members of enums, which are numbered from 0 without gaps.</summary>
internal static class EnumWords
{
    // Not generic: each instance for another enum would have to be compiled at run time, and nodes live for a second.
    private static readonly ConcurrentDictionary<Type, string[]> Known = new();

    public static string Of<TEnum>(TEnum value) where TEnum : struct, Enum => WordsOf(typeof(TEnum))[Unsafe.As<TEnum, int>(ref value)];

    public static bool TryParse<TEnum>(string? word, [NotNullWhen(true)] out TEnum value) where TEnum : struct, Enum
    {
        var number = Array.IndexOf(WordsOf(typeof(TEnum)), word);
        value = number < 0 ? default : Unsafe.As<int, TEnum>(ref number);
        return number >= 0;
    }

    public static string All<TEnum>() where TEnum : struct, Enum => string.Join(", ", WordsOf(typeof(TEnum)));

    private static string[] WordsOf(Type type) => Known.GetOrAdd(type, static type =>
    {
        var fields = type.GetFields(BindingFlags.Public | BindingFlags.Static);
        return Array.ConvertAll(fields, static field => field.GetCustomAttribute<WordAttribute>()?.Word
            ?? throw new UnreachableException($"{field.DeclaringType!.Name}.{field.Name} has no word."));
    });
}
