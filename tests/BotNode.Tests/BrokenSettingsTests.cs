using BotNode.Nodes;
using BotNode.Tests.Programs;
using Chatroom.Actors;

namespace BotNode.Tests;

/// <summary>What is said of a node's settings in which something is wrong: one line with file and line, and nothing hangs.</summary>
public sealed class BrokenSettingsTests : IDisposable
{
    private const string Here = "127.0.0.1";
    private const string Provider = "akka.actor.provider = remote\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("rooms = [red, blue", "seed.conf:2: expected ']' for what begins in line 2, found the end of the text")]
    [InlineData("rooms = [red, blue\nrepeat = 1", "seed.conf:3: '=' can't stand in an unquoted value; put the value in quotes; the list that begins in line 2 is still open")]
    [InlineData("akka {\n remote {\n", "seed.conf:4: expected '}' for what begins in line 3, found the end of the text")]
    [InlineData("akka.x = \"abc\n", "seed.conf:2: this string is never closed; a string over several lines needs \"\"\"")]
    [InlineData("akka.x = ${nowhere}", "seed.conf:2: the substitution ${nowhere} leads to nothing")]
    [InlineData("\nakka { a = ${akka.b},\n b = ${akka.a} }", "seed.conf:4: the substitution ${akka.a} leads back to itself")]
    [InlineData("akka = 5", "seed.conf:2: akka: must be an object: { ... }")]
    [InlineData("rooms = 5", "seed.conf:2: rooms: must be a list: [ ... ]")]
    [InlineData("repeat = never", "seed.conf:2: repeat: must be a whole number from 1 to 1000000 or forever, not \"never\"")]
    public void What_the_program_can_not_read_is_told_before_anything_starts(string text, string error) =>
        Assert.Equal(error, Assert.Single(NodeSettings.ParseSeed(Provider + text).Errors));

    [Fact]
    public void An_include_that_is_not_there_is_told() =>
        Assert.Equal(
            $"seed.conf:2: can't include \"nowhere.conf\": there is no {Path.Combine(HoconFile.ProgramFolder, "nowhere.conf")}",
            Assert.Single(NodeSettings.ParseSeed(Provider + "include \"nowhere.conf\"").Errors));

    [Theory]
    [InlineData("enable-ssl = on", "enable-ssl: needs a certificate; give one by --tls, which speaks TLS without this setting (docs/tls.md)")]
    [InlineData("maximum-frame-size = 10b", "maximum-frame-size: maximum-frame-size must be at least 32000 bytes; Akka's own is 128000b")]
    public Task A_wrong_setting_of_the_network_is_told(string text, string error) =>
        DoesNotStart($"akka.remote.dot-netty.tcp {{\n{text}\n}}", $":3: akka.remote.dot-netty.tcp.{error}");

    [Theory]
    [InlineData("akka.actor.default-dispatcher {\n type = NoSuchDispatcher }", ":3: akka.actor.default-dispatcher.type: Could not resolve dispatcher type NoSuchDispatcher for path akka.actor.default-dispatcher; Akka's own is Dispatcher")]
    public Task A_wrong_setting_of_the_actor_system_is_told(string text, string error) => DoesNotStart(text, error);

    [Theory]
    [InlineData("seed.conf")]
    [InlineData("bot.conf")]
    public void Nothing_in_the_files_that_come_with_the_program_is_taken_for_a_mistake(string file)
    {
        var path = Path.Combine(HoconFile.ProgramFolder, file);

        Assert.Equal(
            $"{path}: the actor system does not start with these settings: something else",
            StartFailure.WhyNotStarted(path, new AggregateException(new InvalidOperationException("something else"))));
    }

    [LinuxTheory]
    [InlineData("seed.conf", "akka.remote.dot-netty.tcp.maximum-frame-size = abc")]
    [InlineData("seed.conf", "rooms = [red, blue")]
    [InlineData("seed.conf", "akka.remote.watch-failure-detector.acceptable-hartbeat-pause = 3 s")]
    [InlineData("bot.conf", "akka.loglevel = LOUD")]
    [InlineData("bot.conf", "akka.remote.transport-failure-detector.heartbeat-interval = 0")]
    [InlineData("bot.conf", "akka.remote.dot-netty.tcp.applied-adapters = [nosuch]")]
    public async Task The_program_says_one_line_and_ends(string file, string mistake)
    {
        var (copy, path) = CopyOfProgram(file);
        var lines = (await File.ReadAllLinesAsync(path)).Length;
        await File.AppendAllTextAsync(path, $"{mistake}\n");

        // A driven bot starts its actor system before it is told where to join.
        await using var node = RunningProgram.StartCopy(copy, file == "seed.conf" ? ["seed", "--port", "0"] : ["bot", "--driven", "--name", "Felix"]);

        Assert.Equal(2, await node.ExitAsync());
        var said = Assert.Single(node.ErrorLines);
        Assert.InRange(int.Parse(said.Split(':')[2], System.Globalization.CultureInfo.InvariantCulture), lines + 1, lines + 2);
        Assert.StartsWith($"botnode: {path}:", said, StringComparison.Ordinal);
        Assert.Empty(node.OutputLines);
    }

    [LinuxTheory]
    [InlineData("seed.conf", "akka.remote.untrusted-mode = maybe")]
    [InlineData("seed.conf", "repeat = [1]")]
    [InlineData("bot.conf", "akka.remote.untrusted-mode = maybe")]
    [InlineData("bot.conf", "akka { remote {")]
    [InlineData("bot.conf", "akka.remote.dot-netty.tcp.enable-ssl = on")]
    public async Task A_run_says_one_line_too_before_it_starts_a_node(string file, string mistake)
    {
        var (copy, path) = CopyOfProgram(file);
        await File.AppendAllTextAsync(path, $"{mistake}\n");

        await using var run = RunningProgram.StartCopy(copy, "run");

        Assert.Equal(2, await run.ExitAsync());
        Assert.StartsWith($"botnode: {path}:", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(run.OutputLines);
    }

    [LinuxFact]
    public async Task What_a_seed_node_says_of_its_settings_when_it_starts_a_run_says_as_it_is()
    {
        var (copy, path) = CopyOfProgram("seed.conf");
        await File.AppendAllTextAsync(path, "akka.remote.dot-netty.tcp.maximum-frame-size = 10b\n");

        await using var run = RunningProgram.StartCopy(copy, "run");

        Assert.Equal(2, await run.ExitAsync());
        Assert.StartsWith($"botnode: {path}:", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [LinuxTheory]
    [InlineData("")]
    [InlineData("\0\u0001ELF\0\uFFFD")]
    public async Task A_file_that_holds_no_settings_is_told(string text)
    {
        var (copy, path) = CopyOfProgram("seed.conf");
        await File.WriteAllTextAsync(path, text);

        await using var node = RunningProgram.StartCopy(copy, "seed", "--port", "0");

        Assert.Equal(2, await node.ExitAsync());
        Assert.StartsWith($"botnode: {path}:1: ", Assert.Single(node.ErrorLines), StringComparison.Ordinal);
    }

    [LinuxFact]
    public async Task A_file_that_is_not_there_is_told()
    {
        var (copy, path) = CopyOfProgram("seed.conf");
        File.Delete(path);

        await using var node = RunningProgram.StartCopy(copy, "seed", "--port", "0");

        Assert.Equal(2, await node.ExitAsync());
        Assert.Equal($"botnode: {path}: no such file", Assert.Single(node.ErrorLines));
    }

    private async Task DoesNotStart(string text, string error)
    {
        var file = _folder.With("bot.conf", Provider + text);
        var settings = NodeSettings.ParseBot(Provider + text);
        Assert.Empty(settings.Errors);

        var failure = await Assert.ThrowsAsync<NodeStartException>(() =>
            ActorNode.StartAsync(new NodeStart("Bot", settings.Value!, file, Here, 0, Here, null), TextWriter.Null, CancellationToken.None));

        Assert.StartsWith(file + error, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    /// <summary>A copy of the program with settings of its own, and where these are.</summary>
    private (string Folder, string File) CopyOfProgram(string file)
    {
        var copy = _folder.File("program");
        return (copy, Path.Combine(RunningProgram.CopyTo(copy), file));
    }
}
