using System.Text;
using ActorSimulation.Tests;
using BotNode.Tests.Programs;

namespace Packages.Tests;

/// <summary>Projects outside of this repository that reference the packages, with the examples of their pages.</summary>
[Collection(nameof(Packed))]
public sealed class LibraryTests(Packed packed)
{
    [Fact]
    public async Task A_program_with_a_bot_of_its_own_joins_a_room_of_the_tool()
    {
        var folder = packed.FolderOutside("bot");
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), Example("Chatroom.Actors"));
        await File.WriteAllTextAsync(Path.Combine(folder, "Elsewhere.csproj"), Project("Exe", ("Chatroom.Actors", packed.Version)));
        await File.WriteAllTextAsync(Path.Combine(folder, "one.conf"), "include \"personas.conf\", include \"suggestions.conf\", roster = [Felix]");
        var output = await DotnetCommand.RunAsync(folder, packed.Variables, "build", "-o", "built");
        var built = Path.Combine(folder, "built");
        Assert.True(File.Exists(Path.Combine(built, "Elsewhere.dll")), output);

        await using var seed = RunningProgram.StartProgram("dotnet", packed.ProgramForAny, "seed", Path.Combine(folder, "one.conf"), "--port", "0");
        var address = await seed.LineAsync(line => line.StartsWith("akka.tcp://", StringComparison.Ordinal));
        await using var bot = RunningProgram.StartProgram("dotnet", Path.Combine(built, "Elsewhere.dll"), address);

        await bot.EndsQuietlyAsync(0);
        await seed.EndsQuietlyAsync(0);
        Assert.Contains(seed.OutputLines, line => line.StartsWith("Felix: ", StringComparison.Ordinal) && line.EndsWith("? Why not.", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(built, "hocon", "scenarios", "default.conf")));
        // It simulates nothing, so it runs on the original.
        Assert.DoesNotContain("SimulationHooks", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(built, "Akka.Remote.dll"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ActorSimulation", "ActorSimulation; Akka.Actor; Akka.Configuration", 1)]
    [InlineData("Chatroom.TestKit", "Chatroom.Actors; Chatroom.TestKit", 2)]
    public async Task A_project_of_tests_simulates(string package, string namespaces, int tests)
    {
        var folder = packed.FolderOutside(package);
        await File.WriteAllTextAsync(Path.Combine(folder, "ExampleTests.cs"), $$"""
            {{string.Concat(namespaces.Split("; ").Select(name => $"using {name}; "))}}
            using Xunit;

            public sealed class ExampleTests
            {
            {{Example(package)}}
            }
            """);
        string[] ofTests = ["Microsoft.NET.Test.Sdk", "xunit", "xunit.runner.visualstudio"];
        await File.WriteAllTextAsync(Path.Combine(folder, "Elsewhere.csproj"), Project("Library", [(package, packed.Version), .. ofTests.Select(id => (id, Packed.VersionOf(id)))]));

        var output = await DotnetCommand.RunAsync(folder, packed.Variables, "test");

        Assert.True(output.Contains($"Failed:     0, Passed:     {tests},", StringComparison.Ordinal), output);
    }

    [Fact]
    public async Task The_example_in_CSharp_passes_its_tests_and_joins_a_room()
    {
        var folder = packed.FolderOutside("csharp");
        var example = Path.Combine(Packed.Repository, "examples", "csharp");
        foreach (var file in Directory.EnumerateFiles(example, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "nuget.config"))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(example, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var output = await DotnetCommand.RunAsync(folder, packed.Variables, "test", "Felix.Tests", $"-p:ChatroomVersion={packed.Version}");

        Assert.True(output.Contains("Failed:     0, Passed:     2,", StringComparison.Ordinal), output);
        await using var seed = RunningProgram.StartProgram("dotnet", packed.ProgramForAny, "seed", "--port", "0");
        var address = await seed.LineAsync(line => line.StartsWith("akka.tcp://", StringComparison.Ordinal));
        await using var felix = RunningProgram.StartProgram("dotnet", Path.Combine(folder, "Felix", "bin", "Debug", "net10.0", "Felix.dll"), address);
        await using var others = RunningProgram.StartProgram("dotnet", packed.ProgramForAny, "bot", "--join", address, "--count", "3");
        await felix.EndsQuietlyAsync(0);
        await others.EndsQuietlyAsync(0);
        await seed.EndsQuietlyAsync(0);
        Assert.Contains(felix.OutputLines, line => line.StartsWith("Felix: ", StringComparison.Ordinal));
    }

    private static string Project(string output, params (string Id, string Version)[] packages) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>{output}</OutputType><TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable><TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            {string.Concat(packages.Select(package => $"""<PackageReference Include="{package.Id}" Version="{package.Version}" />"""))}
          </ItemGroup>
        </Project>
        """;

    private static string Example(string project) =>
        File.ReadAllText(Path.Combine(Packed.Repository, "src", project, "README.md")).Split("```csharp\n")[1].Split("\n```")[0];
}
