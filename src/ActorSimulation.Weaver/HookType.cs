using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ActorSimulation.Weaver;

/// <summary>
/// The type that is added to the copy, <c>public static class Akka.Remote.SimulationHooks</c>. For each hook it has
/// <c>public static Func&lt;…&gt; Hook;</c> and a method with the parameters of what is replaced: it calls the hook, or the original while
/// nobody has set the hook.
/// </summary>
internal sealed class HookType
{
    private readonly ModuleDefinition _module;
    private readonly TypeDefinition _type;

    /// <summary>Adds the type.</summary>
    public HookType(ModuleDefinition module)
    {
        _module = module;
        _type = new TypeDefinition(
            "Akka.Remote", "SimulationHooks",
            TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed | TypeAttributes.Class,
            module.TypeSystem.Object);
        module.Types.Add(_type);
    }

    /// <summary>Adds a hook.</summary>
    /// <param name="name">The name of its field.</param>
    /// <param name="original">The static method that is called while the field is null.</param>
    /// <returns>What to call instead of the original.</returns>
    public MethodDefinition Add(string name, MethodReference original)
    {
        var result = ReturnTypeOf(original);
        var func = Func([.. original.Parameters.Select(parameter => parameter.ParameterType), result]);
        var field = new FieldDefinition(name, FieldAttributes.Public | FieldAttributes.Static, func);
        var method = new MethodDefinition($"{name}OrOriginal", MethodAttributes.Public | MethodAttributes.Static, result);
        foreach (var parameter in original.Parameters)
            method.Parameters.Add(new ParameterDefinition(parameter.ParameterType));

        var il = method.Body.GetILProcessor();
        var withoutHook = il.Create(OpCodes.Nop);
        il.Emit(OpCodes.Ldsfld, field);
        il.Emit(OpCodes.Brfalse, withoutHook);
        il.Emit(OpCodes.Ldsfld, field);
        LoadParameters();
        il.Emit(OpCodes.Callvirt, InvokeOf(func));
        il.Emit(OpCodes.Ret);
        il.Append(withoutHook);
        LoadParameters();
        il.Emit(OpCodes.Call, original);
        il.Emit(OpCodes.Ret);
        _type.Fields.Add(field);
        _type.Methods.Add(method);
        return method;

        void LoadParameters()
        {
            foreach (var parameter in method.Parameters)
                il.Emit(OpCodes.Ldarg, parameter);
        }
    }

    // Of a generic method, such as Ask<IActorRef>, which returns a Task<IActorRef>, the type is given in terms of its parameter.
    private static TypeReference ReturnTypeOf(MethodReference method)
    {
        if (method is not GenericInstanceMethod generic || method.ReturnType is not GenericInstanceType result)
            return method.ReturnType;
        var filled = new GenericInstanceType(result.ElementType);
        foreach (var argument in result.GenericArguments)
            filled.GenericArguments.Add(argument is GenericParameter { Type: GenericParameterType.Method } parameter ? generic.GenericArguments[parameter.Position] : argument);
        return filled;
    }

    private GenericInstanceType Func(TypeReference[] arguments)
    {
        var open = new TypeReference("System", $"Func`{arguments.Length}", _module, _module.TypeSystem.CoreLibrary);
        var func = new GenericInstanceType(open);
        foreach (var argument in arguments)
        {
            open.GenericParameters.Add(new GenericParameter(open));
            func.GenericArguments.Add(argument);
        }

        return func;
    }

    private static MethodReference InvokeOf(GenericInstanceType func)
    {
        var parameters = func.ElementType.GenericParameters;
        var invoke = new MethodReference("Invoke", parameters[^1], func) { HasThis = true };
        foreach (var parameter in parameters.SkipLast(1))
            invoke.Parameters.Add(new ParameterDefinition(parameter));
        return invoke;
    }
}
