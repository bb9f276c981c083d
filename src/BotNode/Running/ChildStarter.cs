using BotNode.Output;
using BotNode.Processes;

namespace BotNode.Running;

/// <summary>Starts nodes as children of this process, and shows what they write on stderr.</summary>
/// <param name="program">What to start.</param>
/// <param name="commands">The command lines of the nodes.</param>
/// <param name="terminal">Where stderr is shown.</param>
/// <param name="isAligned">Whether what they write is a table, so that all of it begins in one column.</param>
/// <param name="atOnce">Cancelled right before this process ends without having ended its nodes: kills them.</param>
internal sealed class ChildStarter(NodeProgram program, NodeCommandLines commands, Terminal terminal, bool isAligned, CancellationToken atOnce) : INodeStarter
{
    private const string SeedNode = "seed node";

    /// <inheritdoc />
    public INodeProcess StartSeed() =>
        // A line that begins with the program's name is about the conversation.
        Start(SeedNode, commands.Seed, line => line.StartsWith("botnode: ", StringComparison.Ordinal));

    /// <inheritdoc />
    public INodeProcess StartBot(string? name) => Start(name ?? "a bot without a name", commands.Bot(name), _ => false);

    private ChildProcess Start(string name, IEnumerable<string> arguments, Predicate<string> saysAll) =>
        ChildProcess.Start(program, name, arguments, line => terminal.Error.WriteLine(saysAll(line) ? line : $"{Label(name)} {line}"), atOnce);

    private string Label(string name) => isAligned ? $"{name}:".PadRight(SeedNode.Length + 1) : $"{name}:";
}
