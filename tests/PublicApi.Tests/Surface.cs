using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace PublicApi.Tests;

/// <summary>What a user of a type can see of it, a line a member, in the listing's grammar.</summary>
internal static class Surface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<Type> Types(Assembly assembly) =>
        assembly.GetTypes().Where(TypeNames.IsVisible).OrderBy(TypeNames.Of, StringComparer.Ordinal);

    /// <summary>The line's head: <c>sealed class</c>, <c>interface</c>, <c>enum</c> …</summary>
    public static string Kind(Type type)
    {
        if (type.IsInterface) return "interface";
        if (type.IsEnum) return "enum";
        if (type.IsValueType) return "struct";
        if (IsDelegate(type)) return "delegate";
        return (type.IsAbstract, type.IsSealed) switch
        {
            (true, true) => "static class",
            (true, false) => "abstract class",
            (false, true) => "sealed class",
            _ => "class",
        };
    }

    public static bool IsDelegate(Type type) => type.IsSubclassOf(typeof(MulticastDelegate));

    public static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", Declared) is { } method && IsCompilerMade(method);

    /// <summary>Members that the type itself adds: no overrides, nothing the compiler adds to a record.</summary>
    public static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return from name in Enum.GetNames(type)
                   let value = Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)
                   orderby value
                   select string.Create(CultureInfo.InvariantCulture, $"{name} = {value}");
        }

        return Constructors(type).Concat(Methods(type)).Concat(Properties(type)).Concat(Events(type)).Concat(Fields(type))
            .Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Constructors(Type type) =>
        from constructor in type.GetConstructors(Declared)
        where !constructor.IsStatic && TypeNames.IsVisible(constructor) && !IsCompilerMade(constructor)
        select $"{Access(constructor)} new({Parameters(constructor.GetParameters())})";

    private static IEnumerable<string> Methods(Type type) =>
        from method in type.GetMethods(Declared)
        where TypeNames.IsVisible(method) && !IsAccessor(type, method) && !IsOverride(method) && !IsCompilerMade(method)
        let generics = method.IsGenericMethod ? $"<{string.Join(",", method.GetGenericArguments().Select(TypeNames.Of))}>" : ""
        select $"{Modifiers(method)} {TypeNames.Of(method.ReturnType)} {method.Name}{generics}({Parameters(method.GetParameters())})";

    private static IEnumerable<string> Properties(Type type)
    {
        foreach (var property in type.GetProperties(Declared))
        {
            var get = TypeNames.IsVisible(property.GetMethod) ? property.GetMethod : null;
            var set = TypeNames.IsVisible(property.SetMethod) ? property.SetMethod : null;
            var seen = new[] { get, set }.OfType<MethodInfo>().OrderByDescending(accessor => accessor.IsPublic).FirstOrDefault();
            if (seen is null || IsOverride(seen) || IsRecordPart(property)) continue;
            var index = property.GetIndexParameters() is { Length: > 0 } keys ? $"[{Parameters(keys)}]" : "";
            var accessors = (get, set) switch { (not null, not null) => "get; set;", (not null, null) => "get;", _ => "set;" };
            yield return $"{Modifiers(seen)} {TypeNames.Of(property.PropertyType)} {property.Name}{index} {{ {accessors} }}";
        }
    }

    private static IEnumerable<string> Events(Type type) =>
        from happening in type.GetEvents(Declared)
        where TypeNames.IsVisible(happening.AddMethod) && !IsOverride(happening.AddMethod!)
        let access = Access(happening.AddMethod!)
        let isStatic = happening.AddMethod!.IsStatic ? " static" : ""
        select $"{access}{isStatic} event {TypeNames.Of(happening.EventHandlerType!)} {happening.Name}";

    private static IEnumerable<string> Fields(Type type) =>
        from field in type.GetFields(Declared)
        where field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly
        let access = field.IsPublic ? "public" : "protected"
        let how = field.IsLiteral ? " const" : (field.IsStatic ? " static" : "") + (field.IsInitOnly ? " readonly" : "")
        select $"{access}{how} {TypeNames.Of(field.FieldType)} {field.Name}";

    private static string Access(MethodBase method) => method.IsPublic ? "public" : "protected";

    private static string Modifiers(MethodInfo method)
    {
        if (method.IsStatic) return Access(method) + " static";
        if (method.DeclaringType!.IsInterface) return Access(method);
        return Access(method) + (method.IsAbstract ? " abstract" : method is { IsVirtual: true, IsFinal: false } ? " virtual" : "");
    }

    private static string Parameters(IEnumerable<ParameterInfo> parameters) => string.Join(", ", parameters.Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var prefix = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var text = $"{prefix}{TypeNames.Of(parameter.ParameterType)} {parameter.Name}";
        return parameter.HasDefaultValue ? $"{text}={Default(parameter)}" : text;
    }

    private static string Default(ParameterInfo parameter)
    {
        if (parameter.RawDefaultValue is not { } value) return "null";
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return type.IsEnum ? Enum.ToObject(type, value).ToString()! : Convert.ToString(value, CultureInfo.InvariantCulture)!;
    }

    private static bool IsAccessor(Type type, MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal) &&
        (type.GetProperties(Declared).Any(property => property.GetMethod == method || property.SetMethod == method) ||
         type.GetEvents(Declared).Any(happening => happening.AddMethod == method || happening.RemoveMethod == method));

    private static bool IsOverride(MethodInfo method) => method.GetBaseDefinition() != method;

    private static bool IsRecordPart(PropertyInfo property) =>
        string.Equals(property.Name, "EqualityContract", StringComparison.Ordinal) && IsCompilerMade(property.GetMethod!);

    private static bool IsCompilerMade(MemberInfo member) => member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
}
