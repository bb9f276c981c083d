using System.Diagnostics;

namespace Stress.Conversations;

/// <summary>The botnode program that was built beside this one.</summary>
internal static class BotNodeProgram
{
    private static readonly string Executable = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "BotNode", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "botnode"));

    /// <summary>Starts it; what it prints is to be read.</summary>
    public static Process Start(params IEnumerable<string> arguments) => StartProgram(Executable, arguments);

    /// <summary>Starts it as the leader of a process group, in a session of its own; Linux only.</summary>
    public static Process StartAsGroup(params IEnumerable<string> arguments) => StartProgram("setsid", [Executable, .. arguments]);

    /// <summary>Runs it to its end; a null exit code when it had not come within the time, and was killed.</summary>
    public static async Task<(int? ExitCode, string Output, string Errors)> RunAsync(TimeSpan atMost, params string[] arguments)
    {
        using var process = Start(arguments);
        return await EndAsync(process, atMost).ConfigureAwait(false);
    }

    /// <summary>Reads what it prints until its end.</summary>
    public static async Task<(int? ExitCode, string Output, string Errors)> EndAsync(Process process, TimeSpan atMost)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        int? exitCode;
        try
        {
            await process.WaitForExitAsync().WaitAsync(atMost, TimeProvider.System).ConfigureAwait(false);
            exitCode = process.ExitCode;
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            exitCode = null;
        }

        return (exitCode, await output.ConfigureAwait(false), await errors.ConfigureAwait(false));
    }

    private static Process StartProgram(string program, IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
