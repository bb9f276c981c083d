using BotNode.Tests.Programs;

namespace BotNode.Tests.Bots;

/// <summary>Programs as minds of bots, in a room with a bot that has none of that.</summary>
public sealed class ExecTests : IDisposable
{
    private const string Scenario = """
        include "personas.conf"
        include "suggestions.conf"
        room { next = script, reply-timeout = REPLY }
        roster = [Felix, Rateb]
        suggestions = [{ category = chill, action = party, text = "Party?" }]
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PythonFact]
    public async Task The_example_in_the_docs_takes_part()
    {
        var docs = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "minds.md")).ReplaceLineEndings("\n");
        var mind = _folder.With("mind.py", docs.Split("```python\n")[1].Split("```")[0]);
        await using var seed = Seed();
        await using var felix = await BotAsync(seed, "Felix", $"python3 {mind}");
        await using var rateb = await BotAsync(seed, "Rateb");

        await felix.EndsQuietlyAsync(0);
        await seed.EndsQuietlyAsync(0);
        Assert.Contains(seed.OutputLines, line => line is "Felix: party? Why not." or "Felix: I'm with Rateb.");
    }

    [LinuxFact]
    public async Task A_program_hears_the_events_and_the_prompt_and_its_stdin_ends_with_the_conversation()
    {
        var told = _folder.File("told");
        await using var seed = Seed();
        await using var felix = await BotAsync(seed, "Felix", $$"""
            while read -r line; do
              echo "$line" >> {{told}}
              case "$line" in *'"prompt"'*) echo '{"text":"ok"}';; esac
            done; echo end >> {{told}}
            """);
        await using var rateb = await BotAsync(seed, "Rateb");

        await felix.EndsQuietlyAsync(0);
        Assert.Contains("Felix: ok", felix.OutputLines);
        var lines = await File.ReadAllLinesAsync(told);
        Assert.Equal(["opened", "joined", "joined", "suggested", "prompt", "end"], lines.Select(TypeOf).Where(type => type is not ("said" or "round-closed" or "left" or "closed")));
        Assert.Equal(2, lines.Count(line => TypeOf(line) == "said"));
    }

    [LinuxFact]
    public async Task Its_stderr_is_passed_on_and_what_is_no_answer_is_told_and_dropped()
    {
        await using var seed = Seed();
        await using var felix = await BotAsync(seed, "Felix", """
            echo 'thinking...' >&2
            echo 'hello'
            echo '{"round":7,"text":"early"}'
            head -c 70000 /dev/zero | tr '\0' 'x'; echo
            while read -r line; do case "$line" in *'"prompt"'*) echo '{"text":"ok"}'; echo '{"text":"again"}';; esac; done
            """);
        await using var rateb = await BotAsync(seed, "Rateb");

        Assert.Equal(0, await felix.ExitAsync());
        Assert.Contains("Felix: ok", felix.OutputLines);
        Assert.Equal(
            [
                "botnode: The program of --exec answered round 1 once more, which is dropped.",
                "botnode: The program of --exec answered round 7, about which it was not asked.",
                "botnode: The program of --exec wrote a line of more than 65536 characters, which is dropped.",
                "botnode: The program of --exec wrote a line that is no answer like {\"text\":\"Why not?\"}: 'hello'.",
                "thinking...",
            ],
            felix.ErrorLines.Order(StringComparer.Ordinal));
    }

    [LinuxTheory]
    [InlineData("cat > /dev/null")]
    [InlineData("while read -r line; do case \"$line\" in *'\"prompt\"'*) echo '{\"text\":null}';; esac; done")]
    public async Task A_program_that_says_nothing_makes_a_silent_bot(string command)
    {
        await using var seed = Seed("1 s");
        await using var felix = await BotAsync(seed, "Felix", command);
        await using var rateb = await BotAsync(seed, "Rateb");

        await felix.EndsQuietlyAsync(0);
        await seed.EndsQuietlyAsync(0);
        Assert.Contains("Felix did not answer in time.", seed.OutputLines);
    }

    [LinuxTheory]
    [InlineData("exit 3", 3)]
    [InlineData("head -n 1 > /dev/null", 0)]
    [InlineData("no-such-program-anywhere 2> /dev/null", 127)]
    [InlineData("kill -9 $$", 137)]
    [InlineData("sleep 300 & exit 3", 3)]
    [InlineData("(while :; do sleep 300; done) > /dev/null & kill -9 $$", 137)]
    [InlineData("setsid sleep 60 & exit 3", 3)]
    public async Task A_program_that_ends_takes_the_bot_with_it(string command, int exitCode)
    {
        await using var seed = Seed();
        await using var rateb = await BotAsync(seed, "Rateb", "cat > /dev/null");
        await seed.LineAsync(line => line.EndsWith("Rateb has joined the chatroom", StringComparison.Ordinal));

        await using var felix = await BotAsync(seed, "Felix", command);

        Assert.Equal(1, await felix.ExitAsync());
        Assert.Equal(
            $"botnode: The program of --exec ended with exit code {exitCode} before the conversation did, and the bot crashed with it: '{command}'",
            Assert.Single(felix.ErrorLines));
    }

    [LinuxFact]
    public async Task The_room_notes_the_crash_at_once()
    {
        await using var seed = Seed();
        await using var felix = await BotAsync(seed, "Felix", "while read -r line; do case \"$line\" in *'\"prompt\"'*) exit 1;; esac; done");
        await using var rateb = await BotAsync(seed, "Rateb");

        await seed.EndsQuietlyAsync(0);
        Assert.Contains("Felix crashed and is out of the chatroom.", seed.OutputLines);
        await rateb.EndsQuietlyAsync(0);
    }

    [LinuxFact]
    public async Task A_program_that_does_not_end_is_killed_with_what_it_started()
    {
        var mark = Mark();
        await using var seed = Seed();
        await using var felix = await BotAsync(seed, "Felix", $$"""
            echo '{"round":1,"text":"x"}'
            sh -c 'while :; do sleep 1000; done' {{mark}}
            """);
        await seed.LineAsync(line => line.EndsWith("Felix has joined the chatroom", StringComparison.Ordinal));

        felix.Signal(RunningProgram.Interrupt);

        Assert.Equal(130, await felix.ExitAsync());
        await ProcessTree.GoneAsync(ProcessTree.Naming(mark));
    }

    [LinuxTheory]
    [InlineData("exit 3", 1)]
    [InlineData("kill -9 $$", 1)]
    [InlineData("cat > /dev/null", 0)]
    public async Task What_a_program_has_started_ends_with_it_though_the_program_has_gone_before(string command, int exitCode)
    {
        var mark = Mark();
        await using var seed = Seed("1 s");
        await using var felix = await BotAsync(seed, "Felix", $"sh -c 'while :; do sleep 1000; done' {mark} & {command}");
        await using var rateb = await BotAsync(seed, "Rateb");

        Assert.Equal(exitCode, await felix.ExitAsync());
        Assert.Empty(ProcessTree.Naming(mark));
    }

    [LinuxFact]
    public async Task A_program_that_does_not_end_is_asked_to_before_it_is_killed()
    {
        var asked = _folder.File("asked");
        await using var seed = Seed("1 s");
        await using var felix = await BotAsync(seed, "Felix", $"trap 'echo asked > {asked}; exit' TERM; while :; do sleep 0.1; done");
        await using var rateb = await BotAsync(seed, "Rateb");

        Assert.Equal(0, await felix.ExitAsync());
        Assert.Equal("asked", (await File.ReadAllTextAsync(asked)).Trim());
    }

    [LinuxFact]
    public async Task A_program_that_does_not_want_to_end_is_killed()
    {
        var mark = Mark();
        await using var seed = Seed("1 s");
        await using var felix = await BotAsync(seed, "Felix", $"trap '' TERM; sh -c 'while :; do sleep 1000; done' {mark}");
        await using var rateb = await BotAsync(seed, "Rateb");

        await felix.EndsQuietlyAsync(0);
        Assert.Empty(ProcessTree.Naming(mark));
    }

    [LinuxFact]
    public async Task Ctrl_C_in_a_terminal_ends_a_program_by_the_end_of_its_stdin()
    {
        var how = _folder.File("how");
        await using var seed = Seed();
        var address = await seed.LineAsync(line => line.StartsWith("akka.tcp://Chatroom@", StringComparison.Ordinal));
        await using var felix = RunningProgram.StartAsGroup(
            "bot", "--name", "Felix", "--join", address, "--exec", $"trap 'echo signal >> {how}' INT TERM; while read -r line; do :; done; echo end >> {how}");
        await felix.LineAsync(line => line == "Felix has joined the chatroom");

        felix.SignalGroup(RunningProgram.Interrupt);

        await felix.EndsQuietlyAsync(130);
        Assert.Equal("end", (await File.ReadAllTextAsync(how)).Trim());
    }

    [LinuxFact]
    public async Task A_second_signal_leaves_nothing_of_a_program()
    {
        var mark = Mark();
        await using var seed = Seed();
        await using var felix = await BotAsync(seed, "Felix", $"trap '' TERM; sh -c 'while :; do sleep 1000; done' {mark}");
        await felix.LineAsync(line => line == "Felix has joined the chatroom");

        await felix.InsistAsync(RunningProgram.Terminate);

        Assert.Equal(143, await felix.ExitAsync());
        await ProcessTree.GoneAsync(ProcessTree.Naming(mark));
    }

    [LinuxTheory]
    [InlineData("yes", "wrote a line that is no answer")]
    [InlineData("yes '{\"round\":7}'", "answered round 7, about which it was not asked")]
    [InlineData("tr '\\0' x < /dev/zero", "wrote a line of more than 65536 characters")]
    public async Task A_program_that_prints_nonsense_without_end_is_heard_and_complained_of_in_a_few_lines(string nonsense, string complaint)
    {
        await using var seed = Seed();
        await using var felix = await BotAsync(seed, "Felix", $$$"""
            {{{nonsense}}} &
            while read -r line; do case "$line" in *'"prompt"'*) printf '\n{"text":"ok"}\n';; esac; done
            """);
        await using var rateb = await BotAsync(seed, "Rateb");

        Assert.Equal(0, await felix.ExitAsync());
        Assert.Contains("Felix: ok", felix.OutputLines);
        Assert.Contains(felix.ErrorLines, line => line.Contains(complaint, StringComparison.Ordinal));
        Assert.InRange(felix.ErrorLines.Count(line => line.Contains("The program of --exec ", StringComparison.Ordinal)), 1, 5);
    }

    private string Mark() => Path.GetFileName(_folder.File("mark")) + Path.GetFileName(Path.GetDirectoryName(_folder.File("mark")));

    private RunningProgram Seed(string reply = "1 minute") => RunningProgram.Start(
        "seed", _folder.With("talk.conf", Scenario.Replace("REPLY", reply, StringComparison.Ordinal)), "--port", "0");

    private static async Task<RunningProgram> BotAsync(RunningProgram seed, string name, string? exec = null)
    {
        var address = await seed.LineAsync(line => line.StartsWith("akka.tcp://Chatroom@", StringComparison.Ordinal));
        return RunningProgram.Start(["bot", "--name", name, "--join", address, .. exec is null ? Array.Empty<string>() : ["--exec", exec]]);
    }

    private static string TypeOf(string line) =>
        line == "end" ? line : System.Text.Json.JsonElement.Parse(line).GetProperty("type").GetString()!;
}
