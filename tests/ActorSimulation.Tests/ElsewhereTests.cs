namespace ActorSimulation.Tests;

/// <summary>A project outside of this repository that simulates.</summary>
public sealed class ElsewhereTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("elsewhere").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_takes_the_project_and_its_targets_and_plays_a_world()
    {
        var source = Path.GetDirectoryName(ExampleTests.FileOf("src/ActorSimulation/README.md"))!;
        await File.WriteAllTextAsync(Path.Combine(_folder, "Elsewhere.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup><ProjectReference Include="{source}/ActorSimulation.csproj" /></ItemGroup>
              <Import Project="{source}/build/ActorSimulation.targets" />
            </Project>
            """);
        await File.WriteAllTextAsync(Path.Combine(_folder, "Program.cs"), """
            using ActorSimulation;
            using Akka.Configuration;

            Console.WriteLine(World.Play(1, world =>
            {
                world.AddNode("node").Start("System", 1, Config.Empty);
                world.Run(TimeSpan.FromSeconds(5));
                return $"played {world.Now.TotalSeconds} s";
            }));
            """);

        // What it refers to was built for this test, and is in use.
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var output = await DotnetCommand.RunAsync(_folder, "run", "-c", configuration == "release" ? "Release" : "Debug", "-p:BuildProjectReferences=false");

        Assert.EndsWith("played 5 s\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }
}
