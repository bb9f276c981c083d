using System.IO.Compression;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Xml.Linq;
using ActorSimulation.Tests;
using BotNode.Tests.Programs;

namespace Packages.Tests;

/// <summary>The packages, made once by `dotnet pack` for this machine and for any, and a folder that serves as their registry.</summary>
public sealed class Packed : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The root of the repository.</summary>
    public static string Repository { get; } = Metadata(nameof(Repository));

    /// <summary>The platform that has a package of its own here.</summary>
    public static string Platform { get; } = RuntimeInformation.RuntimeIdentifier;

    /// <summary>The version of the packages: another one each time, so that no older package is taken for one of these.</summary>
    public string Version { get; } = $"0.0.0-test.{TimeProvider.System.GetUtcNow().Ticks}";

    /// <summary>The folder with the packages.</summary>
    public string Feed => _folder.File("feed");

    /// <summary>The program in the package for any platform, as `dotnet` starts it.</summary>
    public string ProgramForAny => Path.Combine(FolderOutside("any"), "tools", "net10.0", "any", "botnode.dll");

    /// <summary>What a `dotnet` command needs to keep these packages out of the user's folders.</summary>
    public IEnumerable<KeyValuePair<string, string>> Variables =>
        [KeyValuePair.Create("NUGET_PACKAGES", _folder.File("packages")), KeyValuePair.Create("DOTNET_NOLOGO", "1")];

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        // Its own artifacts, for the build that runs this test may still be at work in those of the repository.
        var output = await DotnetCommand.RunAsync(
            Repository, "pack", _folder.With("src.slnf", FilterOfSources()), $"-p:ArtifactsPath={Path.Combine(Repository, "artifacts", "packed")}",
            $"-p:PackageOutputPath={Feed}", $"-p:PackageVersion={Version}", $"-p:ToolPackageRuntimeIdentifiers=\"{Platform};any\"", "-p:RunAnalyzers=false");
        Assert.True(Directory.Exists(Feed), output);
        Assert.DoesNotContain("warning", output, StringComparison.Ordinal);
        _folder.With("NuGet.config", $"""
            <configuration>
              <packageSources><clear /><add key="packed" value="{Feed}" /></packageSources>
              <fallbackPackageFolders><clear /><add key="restored" value="{Metadata("NuGetPackageRoot")}" /></fallbackPackageFolders>
            </configuration>
            """);
        await using var any = Open("botnode.any");
        await any.ExtractToDirectoryAsync(FolderOutside("any"));
    }

    /// <summary>Opens a package.</summary>
    public ZipArchive Open(string id, string extension = "nupkg") => ZipFile.OpenRead(Path.Combine(Feed, $"{id}.{Version}.{extension}"));

    /// <summary>Makes a folder outside of the repository, where the packages can be had.</summary>
    public string FolderOutside(string name) => Directory.CreateDirectory(_folder.File(name)).FullName;

    /// <summary>The version of a package that the tests of the repository use.</summary>
    public static string VersionOf(string id) =>
        XDocument.Load(Path.Combine(Repository, "Directory.Packages.props")).Descendants("PackageVersion").First(package => (string?)package.Attribute("Include") == id).Attribute("Version")!.Value;

    /// <inheritdoc />
    public Task DisposeAsync() => Task.CompletedTask;

    /// <inheritdoc />
    public void Dispose() => _folder.Dispose();

    private static string FilterOfSources() => JsonSerializer.Serialize(new
    {
        solution = new
        {
            path = Path.Combine(Repository, "SocketBots.sln"),
            projects = Directory.EnumerateFiles(Path.Combine(Repository, "src"), "*.csproj", SearchOption.AllDirectories).Select(project => Path.GetRelativePath(Repository, project).Replace('/', '\\')),
        },
    });

    private static string Metadata(string key) =>
        typeof(Packed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;
}

/// <summary>The tests that share the packages.</summary>
[CollectionDefinition(nameof(Packed))]
public sealed class PackedTests : ICollectionFixture<Packed>;
