namespace BotNode.Processes;

/// <summary>How to start this program once more: as its own executable, or as `dotnet botnode.dll`.</summary>
/// <param name="FileName">The file to execute.</param>
/// <param name="LeadingArguments">The arguments before the verb.</param>
internal sealed record NodeProgram(string FileName, IReadOnlyList<string> LeadingArguments)
{
    /// <summary>The program that this process runs.</summary>
    public static NodeProgram OfThisProcess()
    {
        var executable = Environment.ProcessPath ?? "dotnet";
        return Path.GetFileNameWithoutExtension(executable) == "dotnet"
            ? new NodeProgram(executable, [Path.Combine(AppContext.BaseDirectory, "botnode.dll")])
            : new NodeProgram(executable, []);
    }
}
