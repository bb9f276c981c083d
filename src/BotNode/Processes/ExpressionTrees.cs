namespace BotNode.Processes;

/// <summary>Whether this process compiles expression trees, of which Akka.NET makes one or more for each actor, or interprets them.</summary>
internal static class ExpressionTrees
{
    private const string Switch = "System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported";

    /// <summary>
    /// Has them interpreted, unless the process is to live long. That saves a node that lives for a second an eighth of its time; but of
    /// each tree the runtime keeps a kilobyte or more for ever, which adds up in a node that strangers can have make actors.
    /// To be called before anything else: the runtime looks at it once.
    /// </summary>
    /// <param name="arguments">What the program was given.</param>
    public static void InterpretUnlessLongLived(string[] arguments) =>
        AppContext.SetSwitch(Switch, arguments.Contains("seed", StringComparer.Ordinal) && !arguments.Contains("--driven", StringComparer.Ordinal));
}
