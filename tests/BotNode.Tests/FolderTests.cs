using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BotNode.Tests;

/// <summary>How src is arranged: one way goes through the folders of a project, and files are short.</summary>
public sealed class FolderTests
{
    private const int MostLines = 250;

    // The files of a project that are in no folder.
    private const string Root = ".";

    // The tests of a class run one after the other.
    private static readonly Dictionary<string, IReadOnlyCollection<Arrow>> Known = new(StringComparer.Ordinal);

    [Theory]
    [InlineData("RemoteGuard")]
    [InlineData("ActorSimulation")]
    [InlineData("Chatroom.Actors")]
    [InlineData("Chatroom.TestKit")]
    [InlineData("BotNode")]
    public void Folders_form_no_cycle(string project) => Assert.Null(CycleIn(Arrows(project)));

    [Fact]
    public void What_is_at_the_root_of_the_library_needs_nothing_of_its_folders() =>
        Assert.Equal([], Arrows("Chatroom.Actors").Where(arrow => arrow.From == Root).Select(arrow => arrow.Example));

    [Theory]
    [InlineData("RemoteGuard")]
    [InlineData("ActorSimulation")]
    [InlineData("BotNode")]
    public void Nothing_needs_what_is_at_the_root_of(string project) =>
        Assert.Equal([], Arrows(project).Where(arrow => arrow.To == Root).Select(arrow => arrow.Example));

    [Fact]
    public void No_file_is_long() =>
        Assert.Equal([], Files("").Where(file => File.ReadLines(file).Count() > MostLines).Select(Relative));

    [Fact]
    public void A_cycle_is_told_by_the_files_that_make_it()
    {
        Arrow[] arrows = [new("A", "B", "a -> b"), new("B", "C", "b -> c"), new("C", "D", "c -> d"), new("D", "B", "d -> b")];

        Assert.Equal("b -> c, c -> d, d -> b", CycleIn(arrows));
        Assert.Null(CycleIn(arrows[..3]));
    }

    /// <summary>Which folder of a project mentions what is declared in which other one, with an example of each.</summary>
    private static IReadOnlyCollection<Arrow> Arrows(string project)
    {
        if (Known.TryGetValue(project, out var known))
            return known;
        var trees = Files(project).Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file)).ToList();
        var compilation = CSharpCompilation.Create(project, [.. trees, GlobalUsings], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        return Known[project] =
        [
            .. trees.SelectMany(tree => Mentions(compilation.GetSemanticModel(tree)))
                .Select(mention => new Arrow(FolderOf(project, mention.From), FolderOf(project, mention.To), $"{Relative(mention.From)} -> {Relative(mention.To)}"))
                .Where(arrow => arrow.From != arrow.To)
                .DistinctBy(arrow => (arrow.From, arrow.To)),
        ];
    }

    /// <summary>The file of each name, and the file that declares what it names.</summary>
    private static IEnumerable<(string From, string To)> Mentions(SemanticModel model) =>
        from name in model.SyntaxTree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
        let symbols = model.GetSymbolInfo(name)
        // Internals of another project are found, though this compilation may not use them.
        let symbol = symbols.Symbol ?? symbols.CandidateSymbols.FirstOrDefault()
        let type = symbol as INamedTypeSymbol ?? symbol?.ContainingType
        where type is not null
        from declaration in type.DeclaringSyntaxReferences
        select (model.SyntaxTree.FilePath, declaration.SyntaxTree.FilePath);

    /// <summary>The examples along a cycle; null when there is none.</summary>
    private static string? CycleIn(IReadOnlyCollection<Arrow> arrows)
    {
        // What nobody needs, or what needs nobody, is in no cycle.
        var left = arrows.ToList();
        while (left.RemoveAll(arrow => !left.Exists(other => other.From == arrow.To) || !left.Exists(other => other.To == arrow.From)) > 0)
        {
        }

        if (left.Count == 0)
            return null;
        var way = new List<Arrow> { left[0] };
        while (!way.Exists(arrow => arrow.From == way[^1].To))
            way.Add(left.Find(arrow => arrow.From == way[^1].To)!);
        return string.Join(", ", way.SkipWhile(arrow => arrow.From != way[^1].To).Select(arrow => arrow.Example));
    }

    private static IEnumerable<string> Files(string project) =>
        Directory.EnumerateFiles(Path.Combine(Source, project), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static string FolderOf(string project, string file) =>
        Path.GetRelativePath(Path.Combine(Source, project), file).Split(Path.DirectorySeparatorChar) is [var folder, _, ..] ? folder : Root;

    private static string Relative(string file) => Path.GetRelativePath(Source, file);

    private static string Source { get; } = Path.Combine(RepositoryOf(AppContext.BaseDirectory), "src");

    private static string RepositoryOf(string folder) =>
        File.Exists(Path.Combine(folder, "SocketBots.sln")) ? folder : RepositoryOf(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("SocketBots.sln"));

    // ImplicitUsings.
    private static SyntaxTree GlobalUsings { get; } = CSharpSyntaxTree.ParseText(string.Concat(
        new[] { "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading", "System.Threading.Tasks" }.Select(space => $"global using {space};")));

    // All that the tests are run with, so all that src is compiled with, too.
    private static List<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file)),
    ];

    private sealed record Arrow(string From, string To, string Example);
}
