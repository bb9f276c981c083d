using System.Reflection;
using System.Runtime.Loader;

namespace BotNode;

/// <summary>
/// Runs `sim` on a copy of Akka.Remote that asks simulated worlds, while everything else runs on the original: the whole
/// program is loaded once more, with that copy. See docs/decisions/0012-a-copy-of-akka-remote-for-simulations.md.
/// </summary>
internal sealed class SimulationContext() : AssemblyLoadContext(nameof(SimulationContext))
{
    private const string Verb = "sim";
    private const string Copied = "Akka.Remote";

    private static readonly string Folder = AppContext.BaseDirectory;

    /// <summary>Runs the program on the copy.</summary>
    /// <returns>Its exit code; null if the arguments don't need the copy, or if this is it.</returns>
    public static int? Run(string[] arguments) => arguments is [Verb, ..] ? RunAgain(arguments) : null;

    /// <inheritdoc />
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = $"{assemblyName.Name}.dll";
        var file = assemblyName.Name == Copied ? Path.Combine(Folder, "simulated", name) : Path.Combine(Folder, name);
        // The framework is not beside the program.
        return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
    }

    // Apart, so that nothing of this is loaded by the other verbs.
    private static int? RunAgain(string[] arguments)
    {
        var program = typeof(SimulationContext).Assembly;
        // Not by its type: in there, this is another one.
        if (GetLoadContext(program) != Default)
            return null;
        var context = new SimulationContext();
        // Akka.NET finds types by their names.
        using (context.EnterContextualReflection())
            return (int)context.LoadFromAssemblyPath(program.Location).EntryPoint!.Invoke(null, [arguments])!;
    }
}
