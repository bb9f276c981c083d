using System.Reflection;
using System.Text.RegularExpressions;
using ActorSimulation;
using Chatroom.Actors;
using PublicApiGenerator;
using RemoteGuard;

namespace Chatroom.TestKit.Tests;

/// <summary>What users meet of the libraries is listed, so that nobody changes it unawares; and each type is explained where they read.</summary>
public sealed partial class SurfaceTests
{
    private static readonly Assembly[] Libraries = [typeof(GuardProvider).Assembly, typeof(World).Assembly, typeof(Scenario).Assembly, typeof(ScenarioTest).Assembly];

    public static TheoryData<string> Names => new(Libraries.Select(library => library.GetName().Name!));

    private static string Listed(string name) => Path.Combine(Pages.Repository, "tests", "Chatroom.TestKit.Tests", "Surface", $"{name}.txt");

    [Theory]
    [MemberData(nameof(Names))]
    public void The_public_surface_is_the_one_that_is_listed(string name)
    {
        var surface = Libraries.Single(library => library.GetName().Name == name).GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n") + "\n";
        var listed = File.Exists(Listed(name)) ? File.ReadAllText(Listed(name)).ReplaceLineEndings("\n") : "";
        if (surface != listed)
        {
            var actual = Path.Combine(AppContext.BaseDirectory, $"{name}.surface.txt");
            File.WriteAllText(actual, surface);
            Assert.Fail($"The public surface of {name} is another than the listed one. If that is meant: cp {actual} {Listed(name)}");
        }
    }

    [Fact]
    public void Each_public_type_is_named_on_a_page()
    {
        var pages = Pages.All.SelectMany(page => Word().Matches(File.ReadAllText(page)).Select(word => word.Value)).ToHashSet(StringComparer.Ordinal);
        var types = Libraries.SelectMany(library => library.GetExportedTypes()).Where(type => !type.IsNested || type.DeclaringType!.IsPublic);

        Assert.Equal([], types.Select(type => type.Name.Split('`')[0].Replace("Attribute", "", StringComparison.Ordinal)).Where(name => !pages.Contains(name)).Distinct());
    }

    [GeneratedRegex("[A-Za-z]+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
