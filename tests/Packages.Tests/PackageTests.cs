using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Packages.Tests;

/// <summary>What is in the packages.</summary>
[Collection(nameof(Packed))]
public sealed partial class PackageTests(Packed packed)
{
    public static TheoryData<string> Libraries => ["RemoteGuard", "ActorSimulation", "Chatroom.Actors", "Chatroom.TestKit"];

    public static TheoryData<string> All => ["RemoteGuard", "ActorSimulation", "Chatroom.Actors", "Chatroom.TestKit", "botnode", "botnode.any", $"botnode.{Packed.Platform}"];

    [Theory]
    [MemberData(nameof(All))]
    public void A_package_tells_what_it_is(string id)
    {
        using var package = packed.Open(id);
        var about = AboutIn(package);

        Assert.All(["description", "tags", "authors"], name => Assert.NotEqual("", Value(about, name)));
        Assert.Equal("Apache-2.0", Value(about, "license"));
        Assert.InRange(package.GetEntry(Value(about, "icon"))!.Length, 1, 10_000);
        Assert.NotEqual("", Child(about, "repository").Attribute("commit")?.Value);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Its_page_has_no_link_that_leads_nowhere_outside_of_the_repository(string id)
    {
        using var package = packed.Open(id);

        var page = TextOf(package.GetEntry(Value(AboutIn(package), "readme"))!);

        Assert.StartsWith("# ", page, StringComparison.Ordinal);
        Assert.Empty(RelativeLink().Matches(page));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_comes_with_its_documentation_and_its_symbols(string id)
    {
        using var package = packed.Open(id);
        using var symbols = packed.Open(id, "snupkg");

        Assert.Contains($"<name>{id}</name>", TextOf(package.GetEntry($"lib/net10.0/{id}.xml")!), StringComparison.Ordinal);
        Assert.NotNull(symbols.GetEntry($"lib/net10.0/{id}.pdb"));
    }

    [Theory]
    [InlineData("RemoteGuard", "Akka.Remote, Google.Protobuf")]
    [InlineData("ActorSimulation", "Akka, Akka.Remote, Google.Protobuf")]
    [InlineData("Chatroom.Actors", "ActorSimulation, Akka, Akka.Remote, Google.Protobuf, RemoteGuard")]
    [InlineData("Chatroom.TestKit", "ActorSimulation, Akka.TestKit.Xunit2, Chatroom.Actors, Microsoft.Extensions.FileSystemGlobbing, xunit")]
    [InlineData("botnode", "")]
    public void It_depends_on_what_it_needs_at_run_time_alone(string id, string dependencies)
    {
        using var package = packed.Open(id);

        var found = AboutIn(package).Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => (string)element.Attribute("id")!);

        Assert.Equal(dependencies, string.Join(", ", found.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void The_tool_is_compiled_ahead_of_time_where_its_platform_is_known()
    {
        Assert.True(IsCompiled($"botnode.{Packed.Platform}", $"tools/net10.0/{Packed.Platform}/botnode.dll"));
        Assert.False(IsCompiled("botnode.any", "tools/net10.0/any/botnode.dll"));
    }

    private bool IsCompiled(string id, string file)
    {
        using var package = packed.Open(id);
        using var content = package.GetEntry(file)!.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        using var reader = new PEReader(new MemoryStream(copy.ToArray()));
        return reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }

    private static XElement AboutIn(ZipArchive package)
    {
        using var content = package.Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(content).Root!.Elements().Single();
    }

    private static XElement Child(XElement about, string name) => about.Elements().Single(element => element.Name.LocalName == name);

    private static string Value(XElement about, string name) => Child(about, name).Value;

    private static string TextOf(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\]\((?!https?:|#)", RegexOptions.None, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex RelativeLink();
}
