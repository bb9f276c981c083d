using BotNode.Output;
using BotNode.Processes;
using BotNode.Tests.Programs;

namespace BotNode.Tests.CommandLine;

public sealed class MistakeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--seed x", "--seed takes a whole number, not 'x'.")]
    [InlineData("run --rounds 0", "--rounds takes a whole number from 1 to 1000, not '0'.")]
    [InlineData("run --order alphabet", "--order takes arrival or roster, not 'alphabet'.")]
    [InlineData("run --think soon", "--think takes a time like 500ms, 5s or 2m, not 'soon'.")]
    [InlineData("run --wrong", "There is no option --wrong.")]
    [InlineData("run --room red", "There is no option --room.")]
    [InlineData("run --room=red", "There is no option --room.")]
    [InlineData("seed --think 3s", "There is no option --think.")]
    [InlineData("bot --name Felix --frob 3", "There is no option --frob.")]
    [InlineData("replay --json talk.jsonl", "There is no option --json.")]
    [InlineData("replay talk.jsonl --json", "There is no option --json.")]
    [InlineData("verify --json talk.jsonl", "There is no option --json.")]
    [InlineData("run --tls x.pem", "--tls of run takes no file: it makes certificates for this run alone. Leave out 'x.pem'; seed and bot take one.")]
    [InlineData("run one two", "Unrecognized command or argument 'two'.")]
    [InlineData("seed --port 70000", "--port takes a whole number from 0 to 65535, not '70000'.")]
    [InlineData("seed --host 0.0.0.0", "--host takes the name or IPv4 address by which bots reach this machine, not '0.0.0.0'.")]
    [InlineData("seed --host ::1", "--host takes the name or IPv4 address by which bots reach this machine, not '::1'.")]
    [InlineData("bot --join 127.0.0.1:8080", "--join takes what the seed node printed, akka.tcp://Chatroom@HOST:PORT, not '127.0.0.1:8080'.")]
    [InlineData("seed --tls no-such.pem", "There is no file no-such.pem; --tls takes this node's certificate with its key, PFX or PEM.")]
    [InlineData("bot --tls no-such.pem", "There is no file no-such.pem; --tls takes this node's certificate with its key, PFX or PEM.")]
    [InlineData("bot --tls-trust ca.pem", "--tls-trust needs --tls, the file with this node's own certificate.")]
    [InlineData("bot --name ", "--name takes a bot's name, one line of at most 64 characters, not '': it is no name: it has no characters.")]
    [InlineData("bot --name Fe\u200Blix", "--name takes a bot's name, one line of at most 64 characters, not 'Fe<U+200B>lix': it has U+200B, which does not show; leave it out.")]
    [InlineData("bot --name \u202EFelix", "--name takes a bot's name, one line of at most 64 characters, not '<U+202E>Felix': it has U+202E, which does not show; leave it out.")]
    [InlineData("bot --name HOST", "--name takes a bot's name, one line of at most 64 characters, not 'HOST': it is taken for the Host; choose another.")]
    [InlineData("bot --name N\u043Era", "--name takes a bot's name, one line of at most 64 characters, not 'N\u043Era': it mixes Latin and Cyrillic letters, of which some look alike: U+043E is Cyrillic; use letters of one script.")]
    [InlineData("run --frob\u202E", "There is no option --frob<U+202E>.")]
    [InlineData("bot --room a/b", "--room takes a room's name, at most 64 letters of a to z, digits, '-', '_' and '.', of which the first is a letter or digit, not 'a/b'.")]
    [InlineData("seed --room .. ", "--room takes a room's name, ")]
    [InlineData("seed --room red --room Red", "--room names 'Red' twice.")]
    [InlineData("seed --room red --port 0 --json", "--json prints the transcript of one room; with several of them use --transcript FOLDER.")]
    [InlineData("seed --repeat 0", "--repeat takes a whole number from 1 to 1000000 or forever, not '0'.")]
    [InlineData("seed --resume talk.jsonl --repeat 2", "--resume and --repeat don't go together: one conversation goes on, to its end.")]
    [InlineData("frobnicate", "'frobnicate' is neither a verb (run, seed, bot, replay, sim, show, verify, check, new) nor a scenario (")]
    [InlineData("help", "'help' is neither a verb (run, seed, bot, replay, sim, show, verify, check, new) nor a scenario (")]
    [InlineData("bot no-such-scenario --join akka.tcp://Chatroom@127.0.0.1:1", "There is no scenario 'no-such-scenario': ")]
    [InlineData("show /", "/: is a folder; name a file in it")]
    [InlineData("verify /", "/: is a folder; name a file in it")]
    [InlineData("verify nope.jsonl", "nope.jsonl: no such file")]
    [InlineData("run --personas nope.conf", "nope.conf: no such file")]
    [InlineData("replay", "Required argument 'FILE' missing for command: 'replay'.")]
    [InlineData("show a --digest --json", "--digest and --json don't go together; choose one.")]
    public async Task A_bad_argument_is_one_line_that_says_what_is_good_and_2(string commandLine, string problem)
    {
        var result = await InProcess.RunAsync(commandLine.Split(' '));

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.StartsWith($"botnode: {problem}", result.Errors, StringComparison.Ordinal);
        Assert.Single(result.Errors.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("bot --tls a --tls b", "--tls")]
    [InlineData("bot --tls a --tls-trust b --tls-trust c", "--tls-trust")]
    [InlineData("seed --resume a --resume b", "--resume")]
    [InlineData("bot --room red --room blue --count 1 --count 2", "--count")]
    public async Task An_option_that_is_given_twice_is_one_line_that_names_it_and_2(string commandLine, string option)
    {
        var result = await InProcess.RunAsync(commandLine.Split(' '));

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"botnode: Option '{option}' expects a single argument but 2 were provided.", Assert.Single(result.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FILE", "show")]
    [InlineData("FILE", "verify")]
    [InlineData("FILE", "replay")]
    [InlineData("FILE", "check")]
    [InlineData("FILE", "new")]
    [InlineData("--personas", "run", "--personas")]
    [InlineData("--suggestions", "bot", "--suggestions")]
    [InlineData("--resume", "seed", "--resume")]
    [InlineData("--tls", "bot", "--tls")]
    [InlineData("--tls-trust", "seed", "--tls", "a", "--tls-trust")]
    public async Task A_path_of_no_characters_is_one_line_that_says_where_and_2(string where, params string[] before)
    {
        var result = await InProcess.RunAsync([.. before, ""]);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"botnode: {where} takes the name of a file, not ''.", Assert.Single(result.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("default")]
    [InlineData("original")]
    public async Task A_node_that_can_not_be_started_is_one_line_and_2(string scenario)
    {
        var result = await InProcess.RunAsync("run", scenario);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("botnode: A node can't be started: ", Assert.Single(result.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run no-such-scenario")]
    [InlineData("seed no-such-scenario")]
    [InlineData("replay no-such-file")]
    [InlineData("show no-such-file")]
    public async Task A_missing_file_is_one_line_that_names_it_and_2(string commandLine)
    {
        var result = await InProcess.RunAsync(commandLine.Split(' '));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(commandLine.Split(' ')[1], Assert.Single(result.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("seed")]
    [InlineData("replay")]
    public async Task A_broken_scenario_is_named_with_its_file_and_2(string verb)
    {
        var file = _folder.With("broken.conf", "room { rounds = ");

        var result = await InProcess.RunAsync(verb, file);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("broken.conf", Assert.Single(result.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("seed")]
    [InlineData("bot")]
    [InlineData("replay")]
    public async Task A_folder_instead_of_a_scenario_is_called_one(string verb)
    {
        var result = await InProcess.RunAsync(verb, AppContext.BaseDirectory);

        Assert.Equal(2, result.ExitCode);
        Assert.EndsWith(" is a folder; name a file in it.", result.Errors.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bot", "--name")]
    [InlineData("run", "--seed")]
    [InlineData("run")]
    [InlineData]
    public async Task Of_a_long_text_only_its_beginning_is_repeated(params string[] before)
    {
        var result = await InProcess.RunAsync([.. before, new string('x', 5000) + "\nand more"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("xxxxx...", Assert.Single(result.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain(new string('x', 100), result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_without_a_verb_says_where_the_options_of_run_are()
    {
        var result = await InProcess.RunAsync("--help");

        Assert.Contains("botnode run --help", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_transcript_is_not_shown()
    {
        var file = _folder.With("changed.jsonl", """{"type":"transcript","version":1}""" + "\n");

        var result = await InProcess.RunAsync("show", file);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("changed.jsonl: line 1 was changed", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("seed")]
    public async Task A_transcript_that_exists_is_not_overwritten(string verb)
    {
        var file = _folder.With("talk.jsonl", "precious");

        var result = await InProcess.RunAsync(verb, "--transcript", file);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal($"botnode: {file} exists already; choose another name for --transcript, or remove it.", result.Errors.TrimEnd());
        Assert.Equal("precious", File.ReadAllText(file));
    }

    public static TheoryData<string> Verbs => new(BotNodeCommand.Create(
        new Terminal(TextReader.Null, new LastingWriter(TextWriter.Null), new LastingWriter(TextWriter.Null), IsColoured: false), new NodeProgram("", []))
        .Subcommands.Select(verb => verb.Name));

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task The_help_of_each_verb_has_an_example(string verb)
    {
        var result = await InProcess.RunAsync(verb, "--help");

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        var examples = result.Output.ReplaceLineEndings("\n").Split('\n').SkipWhile(line => line is not ("Example:" or "Examples:")).Skip(1).TakeWhile(line => line.Length > 0).ToList();
        Assert.NotEmpty(examples);
        Assert.All(examples, line => Assert.StartsWith($"  botnode {verb}", line, StringComparison.Ordinal));
    }
}
