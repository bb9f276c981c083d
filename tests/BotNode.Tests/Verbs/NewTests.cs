using BotNode.Tests.Programs;

namespace BotNode.Tests.Verbs;

public sealed class NewTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_that_is_not_there_is_named()
    {
        var file = Path.Combine(_folder.File("nowhere"), "mine.conf");

        var made = await InProcess.RunAsync("new", file);

        Assert.Equal((2, $"botnode: {file} can't be written: there is no folder {_folder.File("nowhere")}."), (made.ExitCode, made.Errors.TrimEnd()));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("replay")]
    public async Task What_it_writes_is_accepted_by(string verb)
    {
        var file = _folder.File("mine.conf");
        var written = await InProcess.RunAsync("new", file);
        Assert.Equal((0, ""), (written.ExitCode, written.Errors));

        var result = await InProcess.RunAsync(verb, file);

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
    }

    [Fact]
    public async Task A_file_that_exists_stays_as_it_is()
    {
        var file = _folder.With("mine.conf", "precious");

        var result = await InProcess.RunAsync("new", file);

        Assert.Equal((2, $"botnode: {file} exists already; choose another name, or remove it."), (result.ExitCode, result.Errors.TrimEnd()));
        Assert.Equal("precious", File.ReadAllText(file));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_one_line_and_2()
    {
        var result = await InProcess.RunAsync("new", _folder.File("no/such/mine.conf"));

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("can't be written", Assert.Single(result.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }
}
