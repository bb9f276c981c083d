using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ActorSimulation.Weaver;

/// <summary>
/// Makes a copy of Akka.Remote whose deadlines ask a hook for the time. They call DateTime.UtcNow, which no setting and no public member
/// can replace, and they decide how long an address is gated and a system quarantined.
/// </summary>
internal static class ClockWeaver
{
    private const string Deadline = "Akka.Remote.Deadline";
    private const string Clock = "get_UtcNow";

    /// <summary>Writes the copy.</summary>
    /// <param name="from">Akka.Remote.dll.</param>
    /// <param name="to">Where the copy goes; the folder is made.</param>
    /// <exception cref="NotSupportedException">This Akka.Remote is not as expected.</exception>
    public static void Weave(string from, string to)
    {
        using var module = ModuleDefinition.ReadModule(from, new ReaderParameters { InMemory = true });
        var calls = (module.GetType(Deadline)?.Methods ?? []).SelectMany(method => method.Body?.Instructions ?? [])
            .Where(call => call.Operand is MethodReference { Name: Clock, DeclaringType.FullName: "System.DateTime" }).ToList();
        if (calls.Count == 0)
            throw new NotSupportedException($"{Deadline} does not call DateTime.UtcNow.");
        var hook = AddHook(module, (MethodReference)calls[0].Operand);
        foreach (var call in calls)
            call.Operand = hook;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(to))!);
        module.Write(to);
    }

    /// <summary>
    /// Adds <c>public static class SimulatedClock { public static Func&lt;DateTime?&gt; UtcNow; public static DateTime Now() => UtcNow?.Invoke() ?? DateTime.UtcNow; }</c>.
    /// </summary>
    private static MethodDefinition AddHook(ModuleDefinition module, MethodReference systemClock)
    {
        var time = systemClock.ReturnType;
        var core = time.Scope;
        var nullable = Generic(module, core, "Nullable`1", isValueType: true, time);
        var func = Generic(module, core, "Func`1", isValueType: false, nullable);
        var type = new TypeDefinition(
            "Akka.Remote", "SimulatedClock",
            TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed | TypeAttributes.Class,
            module.TypeSystem.Object);
        var field = new FieldDefinition("UtcNow", FieldAttributes.Public | FieldAttributes.Static, func);
        var now = new MethodDefinition("Now", MethodAttributes.Public | MethodAttributes.Static, time);
        var given = new VariableDefinition(nullable);
        now.Body.Variables.Add(given);
        now.Body.InitLocals = true;
        var il = now.Body.GetILProcessor();
        var system = il.Create(OpCodes.Call, systemClock);
        il.Emit(OpCodes.Ldsfld, field);
        il.Emit(OpCodes.Brfalse, system);
        il.Emit(OpCodes.Ldsfld, field);
        il.Emit(OpCodes.Callvirt, new MethodReference("Invoke", ParameterOf(func), func) { HasThis = true });
        il.Emit(OpCodes.Stloc, given);
        il.Emit(OpCodes.Ldloca, given);
        il.Emit(OpCodes.Call, new MethodReference("get_HasValue", module.TypeSystem.Boolean, nullable) { HasThis = true });
        il.Emit(OpCodes.Brfalse, system);
        il.Emit(OpCodes.Ldloca, given);
        il.Emit(OpCodes.Call, new MethodReference("GetValueOrDefault", ParameterOf(nullable), nullable) { HasThis = true });
        il.Emit(OpCodes.Ret);
        il.Append(system);
        il.Emit(OpCodes.Ret);
        type.Fields.Add(field);
        type.Methods.Add(now);
        module.Types.Add(type);
        return now;
    }

    private static GenericInstanceType Generic(ModuleDefinition module, IMetadataScope core, string name, bool isValueType, TypeReference argument)
    {
        var open = new TypeReference("System", name, module, core, isValueType);
        open.GenericParameters.Add(new GenericParameter("T", open));
        return new GenericInstanceType(open) { GenericArguments = { argument } };
    }

    private static GenericParameter ParameterOf(GenericInstanceType type) => type.ElementType.GenericParameters[0];
}
