using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Akka.Util;

/// <summary>Questions about types.</summary>
public static partial class TypeExtensions
{
    private static readonly ConcurrentDictionary<Type, string> QualifiedNames = new();

    /// <summary>Whether a type is another one, derives from it or implements it.</summary>
    /// <param name="type">The type.</param>
    /// <typeparam name="T">The other one.</typeparam>
    /// <returns>True if so.</returns>
    public static bool Implements<T>(this Type type) => type.Implements(typeof(T));

    /// <summary>Whether a type is another one, derives from it or implements it.</summary>
    /// <param name="type">The type.</param>
    /// <param name="moreGeneralType">The other one.</param>
    /// <returns>True if so.</returns>
    public static bool Implements(this Type type, Type moreGeneralType) => moreGeneralType.IsAssignableFrom(type);

    /// <summary>A type's name with its assembly's, as configuration and manifests have it: no versions, no keys.</summary>
    /// <param name="type">The type.</param>
    /// <returns>For example <c>System.String, System.Private.CoreLib</c>.</returns>
    public static string TypeQualifiedName(this Type type) =>
        QualifiedNames.GetOrAdd(type, static t => AssemblyDetails().Replace(t.AssemblyQualifiedName ?? t.Name, ""));

    [GeneratedRegex(@", (Version|Culture|PublicKeyToken)=[^,\]]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AssemblyDetails();
}
