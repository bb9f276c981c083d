using BotNode.Tests.Programs;
using Chatroom.Actors;

namespace BotNode.Tests.CommandLine;

/// <summary>What the options name need not be a plain file.</summary>
public sealed class FileKindTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static async Task IsRefused(string problem, params string[] arguments)
    {
        var result = await InProcess.RunAsync(arguments);

        Assert.Equal((2, $"botnode: {problem}"), (result.ExitCode, result.Errors.TrimEnd()));
    }

    private string Link(string name, string target)
    {
        File.CreateSymbolicLink(_folder.File(name), target);
        return _folder.File(name);
    }

    [Theory]
    [InlineData("run", "nowhere")]
    [InlineData("seed", "nowhere")]
    [InlineData("run", "no-folder/nowhere")]
    [InlineData("seed", "talk.jsonl")]
    [InlineData("seed", "other")]
    public async Task No_transcript_is_written_through_a_link_to_nothing(string verb, string target)
    {
        Link("other", "talk.jsonl");
        var link = Link("talk.jsonl", target);

        await IsRefused($"{link} is a link to nothing; choose another name for --transcript, or remove it.", verb, "--transcript", link);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("seed")]
    public async Task No_transcript_is_written_over_a_file_that_a_relative_link_leads_to(string verb)
    {
        _folder.With("precious.jsonl", "precious");
        Link("between", "precious.jsonl");
        var link = Link("talk.jsonl", "between");

        await IsRefused($"{link} exists already; choose another name for --transcript, or remove it.", verb, "--transcript", link);
    }

    [LinuxTheory]
    [InlineData("run", "/dev/stdout")]
    [InlineData("seed", "/dev/stderr")]
    [InlineData("seed", "/dev/fd/1")]
    [InlineData("run", "/proc/self/fd/2")]
    public async Task No_transcript_is_written_between_the_lines_that_are_printed(string verb, string path) =>
        await IsRefused($"{path} is this program's own output; --transcript takes the name of a file (seed --json prints the transcript).", verb, "--transcript", path);

    [LinuxTheory]
    [InlineData("show")]
    [InlineData("verify")]
    [InlineData("replay")]
    public async Task Every_verb_that_reads_a_transcript_reads_it_from_a_pipe(string verb)
    {
        using var pipe = new FullPipe(await TranscriptAsync());

        var result = await InProcess.RunAsync(verb, pipe.Name);

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
    }

    [LinuxFact]
    public async Task Check_reads_a_scenario_from_a_pipe()
    {
        using var pipe = new FullPipe("include \"suggestions.conf\"\nroster = [Felix]\nscript = [{ silent = Felix }]"u8.ToArray());

        Assert.Equal($"{pipe.Name}: no mistakes", (await InProcess.RunAsync("check", pipe.Name)).Output.TrimEnd());
    }

    [LinuxTheory]
    [InlineData("bot", "personas")]
    [InlineData("bot", "suggestions")]
    [InlineData("seed", "personas")]
    [InlineData("seed", "suggestions")]
    public async Task Nodes_read_personas_and_suggestions_from_a_pipe(string verb, string content)
    {
        using var pipe = new FullPipe(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "hocon", content + ".conf")));

        // The next mistake shows that there is none in what was read.
        var result = await InProcess.RunAsync(verb, $"--{content}", pipe.Name, "--tls", "nowhere.pem");

        Assert.StartsWith("botnode: There is no file nowhere.pem", result.Errors, StringComparison.Ordinal);
    }

    [LinuxTheory]
    [InlineData]
    [InlineData("--personas")]
    [InlineData("--suggestions")]
    public async Task What_every_node_of_a_run_reads_is_no_pipe(params string[] option)
    {
        using var pipe = new FullPipe(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "hocon", "scenarios", "original.conf")));

        await IsRefused($"{pipe.Name} is empty, or a pipe. Each node of run reads the file by itself; save it first.", ["run", .. option, pipe.Name]);
    }

    [LinuxFact]
    public async Task A_transcript_in_a_pipe_is_not_resumed()
    {
        var whole = System.Text.Encoding.UTF8.GetString(await TranscriptAsync());
        using var pipe = new FullPipe(System.Text.Encoding.UTF8.GetBytes(whole[..(whole[..^1].LastIndexOf('\n') + 1)]));

        await IsRefused($"{pipe.Name} can't be written: it is a pipe; --resume goes on in a file", "seed", "--port", "0", "--resume", pipe.Name);
    }

    [LinuxTheory]
    [InlineData(256, "verify", "/dev/zero")]
    [InlineData(16, "bot", "/dev/zero")]
    [InlineData(16, "bot", "--personas", "/dev/zero")]
    [InlineData(16, "seed", "--suggestions", "/dev/zero")]
    public async Task A_device_that_never_ends_is_told(int megabytes, params string[] arguments) =>
        await IsRefused($"/dev/zero: cannot be read: it does not end within {megabytes} MB", arguments);

    [LinuxTheory]
    [InlineData("verify")]
    [InlineData("check")]
    public async Task What_the_system_does_not_let_read_is_told(string verb)
    {
        var result = await InProcess.RunAsync(verb, "/proc/self/mem");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("/proc/self/mem: cannot be read: ", result.Output + result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("show")]
    [InlineData("run", "--personas")]
    [InlineData("run")]
    public async Task A_name_of_several_lines_is_told_in_one(params string[] before)
    {
        var result = await InProcess.RunAsync([.. before, "two\nlines\e[31m"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("two lines [31m", Assert.Single(result.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private static async Task<byte[]> TranscriptAsync()
    {
        var scenario = ScenarioReader.Load(ScenarioReader.Find("default")!).Value! with { Seed = 7 };
        var replayed = await Replay.RunAsync(scenario, TimeProvider.System, CancellationToken.None);
        await using var text = new StringWriter();
        var writer = new TranscriptWriter(text, new TranscriptHeader("default", ScenarioDigest.Of(scenario), 7, scenario.Names, scenario.Room, "botnode"));
        foreach (var happened in replayed.Events)
            writer.Write(happened);
        return System.Text.Encoding.UTF8.GetBytes(text.ToString());
    }
}
