using ActorSimulation.Tests;
using BotNode.Tests.Programs;

namespace Packages.Tests;

/// <summary>The tool, as it is after `dotnet tool install`.</summary>
[Collection(nameof(Packed))]
public sealed class ToolTests(Packed packed)
{
    [Fact]
    public async Task Installed_it_runs_a_conversation_replays_it_and_simulates()
    {
        var folder = packed.FolderOutside("tool");
        var transcript = Path.Combine(folder, "talk.jsonl");
        var output = await DotnetCommand.RunAsync(folder, packed.Variables, "tool", "install", "botnode", "--version", packed.Version, "--tool-path", folder);
        var tool = Path.Combine(folder, OperatingSystem.IsWindows() ? "botnode.exe" : "botnode");
        Assert.True(File.Exists(tool), output);

        await EndsWithAsync("left the chatroom.", tool, "run", "--transcript", transcript);
        await EndsWithAsync("compared  as expected", tool, "replay", transcript);
        await EndsWithAsync("failed    none", tool, "sim", "--runs", "3", "--seed", "1");
    }

    [Fact]
    public async Task On_a_platform_without_a_package_of_its_own_it_does_so_too()
    {
        await EndsWithAsync("left the chatroom.", "dotnet", packed.ProgramForAny, "run");
        await EndsWithAsync("failed    none", "dotnet", packed.ProgramForAny, "sim", "--runs", "3", "--seed", "1");
    }

    private static async Task EndsWithAsync(string last, string program, params string[] arguments)
    {
        await using var running = RunningProgram.StartProgram(program, arguments);
        await running.EndsQuietlyAsync(0);
        Assert.EndsWith(last, running.OutputLines[^1], StringComparison.Ordinal);
    }
}
