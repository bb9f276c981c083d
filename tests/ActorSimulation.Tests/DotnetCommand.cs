using System.Diagnostics;

namespace ActorSimulation.Tests;

/// <summary>The `dotnet` command, started as a person would start it in a folder.</summary>
internal static class DotnetCommand
{
    /// <summary>How long a build may take on a loaded machine.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    /// <summary>Runs it to its end.</summary>
    /// <returns>What it printed; what it printed on stderr, too, if it failed.</returns>
    public static Task<string> RunAsync(string folder, params string[] arguments) => RunAsync(folder, [], arguments);

    /// <summary>Runs it to its end, with these variables in its environment.</summary>
    /// <returns>What it printed; what it printed on stderr, too, if it failed.</returns>
    public static async Task<string> RunAsync(string folder, IEnumerable<KeyValuePair<string, string>> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        // Those of the build that runs this test.
        foreach (var inherited in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(inherited);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync().WaitAsync(Limit);
            return process.ExitCode == 0 ? await output : $"{await output}{await errors}";
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
