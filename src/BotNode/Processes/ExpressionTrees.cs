namespace BotNode.Processes;

/// <summary>Whether this process compiles or interprets expression trees. Akka.NET makes at least one for each actor.</summary>
internal static class ExpressionTrees
{
    private const string Switch = "System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported";

    /// <summary>
    /// Has them interpreted, unless the process will live long. That saves a node that lives for a second an eighth of its time; but for
    /// each tree the runtime keeps a kilobyte or more for ever, which adds up in a node where strangers can have actors made.
    /// Must be called before anything else: the runtime checks this once.
    /// </summary>
    /// <param name="arguments">What the program was given.</param>
    public static void InterpretUnlessLongLived(string[] arguments) =>
        AppContext.SetSwitch(Switch, arguments is ["sim", ..] || (arguments.Contains("seed", StringComparer.Ordinal) && !arguments.Contains("--driven", StringComparer.Ordinal)));
}
