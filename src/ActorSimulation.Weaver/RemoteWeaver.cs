using Mono.Cecil;

namespace ActorSimulation.Weaver;

/// <summary>
/// Makes a copy of Akka.Remote that asks hooks for two things which no setting and no public member can replace:
/// <list type="bullet">
/// <item>Its deadlines call DateTime.UtcNow. They decide how long an address is gated and a system quarantined.</item>
/// <item>Its transports register by an Ask, and an Ask continues on the thread pool: the start of a node would be different each time.</item>
/// </list>
/// </summary>
internal static class RemoteWeaver
{
    private static readonly (string Type, string Calls, string Hook)[] Replaced =
    [
        ("Akka.Remote.Deadline", "System.DateTime::get_UtcNow()", "UtcNow"),
        ("Akka.Remote.Transport.ActorTransportAdapter", "Akka.Actor.Futures::Ask(Akka.Actor.ICanTell,System.Object,System.Nullable`1<System.TimeSpan>)", "Register"),
    ];

    /// <summary>Writes the copy.</summary>
    /// <param name="from">Akka.Remote.dll.</param>
    /// <param name="to">Where the copy goes; the folder is made.</param>
    /// <exception cref="NotSupportedException">This Akka.Remote is not as expected.</exception>
    public static void Weave(string from, string to)
    {
        using var module = ModuleDefinition.ReadModule(from, new ReaderParameters { InMemory = true });
        var hooks = new HookType(module);
        foreach (var (type, called, hook) in Replaced)
        {
            var calls = (module.GetType(type)?.Methods ?? []).SelectMany(method => method.Body?.Instructions ?? [])
                .Where(call => call.Operand is MethodReference method && NameOf(method) == called).ToList();
            var originals = calls.Select(call => (MethodReference)call.Operand).DistinctBy(method => method.FullName).ToList();
            if (originals.Count != 1)
                throw new NotSupportedException($"{type} calls {called} in {originals.Count} ways instead of one.");
            var replacement = hooks.Add(hook, originals[0]);
            calls.ForEach(call => call.Operand = replacement);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(to))!);
        module.Write(to);
    }

    private static string NameOf(MethodReference method) =>
        $"{method.DeclaringType.FullName}::{method.Name}({string.Join(',', method.Parameters.Select(parameter => parameter.ParameterType.FullName))})";
}
