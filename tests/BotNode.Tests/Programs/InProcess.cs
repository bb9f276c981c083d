using BotNode.Output;
using BotNode.Processes;

namespace BotNode.Tests.Programs;

/// <summary>A command line run to its end inside the test's own process, and what it gave.</summary>
internal sealed record InProcess(int ExitCode, string Output, string Errors)
{
    public static async Task<InProcess> RunAsync(params string[] arguments)
    {
        var output = new StringWriter();
        var errors = new StringWriter();
        var exitCode = await BotNodeCommand.RunAsync(
            arguments,
            new Terminal(TextReader.Null, new LastingWriter(output), new LastingWriter(errors), IsColoured: false),
            new NodeProgram("there is no such program", [])).ConfigureAwait(false);
        return new InProcess(exitCode, output.ToString(), errors.ToString());
    }
}
