using BotNode.Tests.Programs;

namespace BotNode.Tests.Docs;

/// <summary>Each command on a page works if it is typed in the order of the page.</summary>
public sealed class PageTests : IDisposable
{
    private static readonly string Repository = RepositoryFrom(AppContext.BaseDirectory);

    private readonly TemporaryFolder _folder = new();
    private readonly ReservedPort _port = new();

    // Others on this machine may have the usual one.
    private string OnAnotherPort => $$"""
        botnode() {
          local verb="$1"; shift
          case "$verb" in
            seed) set -- --port {{_port.Number}} "$@" ;;
            bot) set -- --join akka.tcp://Chatroom@127.0.0.1:{{_port.Number}} "$@" ;;
          esac
          '{{Path.Combine(RunningProgram.Folder, "botnode")}}' "$verb" "$@"
        }

        """;

    public void Dispose()
    {
        _folder.Dispose();
        _port.Dispose();
    }

    [PythonFact]
    public Task Commands_of_the_README_work() => WorkAsync("README.md");

    [PythonFact]
    public Task Commands_about_running_it_work() => WorkAsync("docs/operations.md");

    [PythonFact]
    public Task Commands_of_the_example_in_Python_work() => WorkAsync("examples/python/README.md");

    [NodeFact]
    public Task Commands_of_the_example_in_JavaScript_work() => WorkAsync("examples/javascript/README.md");

    [Fact]
    public void What_a_page_says_of_a_command_is_heeded() => Assert.Equal(
        [[new("botnode one --a \"b # c\"", Fails: true)], [new("botnode two", Fails: false)], [new("botnode three", Fails: false), new("botnode four", Fails: false)]],
        PageCommands.Of("""
            ```sh
            export PATH="$PWD"
            botnode one --a "b # c"     # fails: so it does
            botnode two     # comment
            ```

            ```
            botnode no
            ```

            <!-- each line in a terminal of its own -->
            ```sh
            botnode three
            botnode four
            ```
            """));

    private async Task WorkAsync(string page)
    {
        CopyTo(_folder.File("examples"), Path.Combine(Repository, "examples"));
        var here = page.StartsWith("examples/", StringComparison.Ordinal) ? _folder.File(Path.GetDirectoryName(page)!) : _folder.File("");
        var steps = PageCommands.Of(await File.ReadAllTextAsync(Path.Combine(Repository, page)));
        Assert.NotEmpty(steps);
        foreach (var step in steps)
        {
            var ends = new List<Task>();
            foreach (var command in step)
            {
                var typed = RunningProgram.StartProgram("bash", "-c", $"cd '{here}'\n{OnAnotherPort}{command.Text}");
                ends.Add(EndsAsync(command, typed));
                // Who types in several terminals sees what the last one shows.
                if (step.Count > 1)
                    await typed.LineAsync(_ => true);
            }

            await Task.WhenAll(ends);
        }
    }

    private static async Task EndsAsync(PageCommand command, RunningProgram typed)
    {
        await using var ends = typed;
        var code = await typed.ExitAsync();
        Assert.True(code == (command.Fails ? 1 : 0), $"{command.Text}: exit code {code}\n{typed}");
    }

    private static void CopyTo(string folder, string from)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string RepositoryFrom(string folder) =>
        File.Exists(Path.Combine(folder, "SocketBots.sln")) ? folder : RepositoryFrom(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("This is not run from the repository."));
}
