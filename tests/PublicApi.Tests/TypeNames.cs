using System.Reflection;

namespace PublicApi.Tests;

/// <summary>Type names as the listing writes them: full, nested with <c>+</c>, generics as <c>Name&lt;A,B&gt;</c>.</summary>
internal static class TypeNames
{
    public static string Of(Type type)
    {
        if (type.IsByRef) return "ref " + Of(type.GetElementType()!);
        if (type.IsArray) return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (type.IsPointer) return Of(type.GetElementType()!) + "*";
        if (type.IsGenericParameter) return type.Name;
        var prefix = type.DeclaringType is { } outer ? Of(outer) + "+"
            : type.Namespace is { } space ? space + "."
            : "";
        return prefix + Simple(type);
    }

    public static bool IsVisible(Type type) =>
        type.IsGenericParameter ||
        (type.HasElementType ? IsVisible(type.GetElementType()!) :
            type.IsNested ? (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsVisible(type.DeclaringType!)
            : type.IsPublic);

    public static bool IsVisible(MethodBase? method) => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    private static string Simple(Type type)
    {
        var tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        var name = tick < 0 ? type.Name : type.Name[..tick];
        return type.IsGenericType ? $"{name}<{string.Join(",", type.GetGenericArguments().Select(Of))}>" : name;
    }
}
