using BotNode.Tests.Programs;

namespace BotNode.Tests.Bots;

/// <summary>Several bots in one process, each with a program of its own.</summary>
public sealed class ExecCountTests : IDisposable
{
    private const string SaysItsNumber = """while read -r line; do case "$line" in *'"prompt"'*) echo "{\"text\":\"$$\"}";; esac; done""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxFact]
    public async Task Each_has_a_process_of_its_own_which_ends_with_it()
    {
        await using var seed = RunningProgram.Start("seed", "--port", "0", "--seed", "7");
        await using var bots = await BotsAsync(seed, "--count", "4", "--exec", SaysItsNumber);

        await bots.EndsQuietlyAsync(0);
        await seed.EndsQuietlyAsync(0);
        var said = Said(seed);
        Assert.Equal(["Felix", "Madelen", "Marija", "Rateb"], said.Select(one => one.Name).Order(StringComparer.Ordinal));
        Assert.Equal(4, said.Select(one => one.Text).Distinct(StringComparer.Ordinal).Count());
        Assert.All(said, one => Assert.False(Directory.Exists($"/proc/{one.Text}")));
    }

    [LinuxFact]
    public async Task Each_has_a_process_of_its_own_in_each_of_several_rooms()
    {
        await using var seed = RunningProgram.Start("seed", "--port", "0", "--seed", "7", "--room", "red", "--room", "blue");
        await using var bots = await BotsAsync(seed, "--room", "red", "--room", "blue", "--count", "4", "--exec", SaysItsNumber);

        await bots.EndsQuietlyAsync(0);
        await seed.EndsQuietlyAsync(0);
        Assert.Equal(8, bots.OutputLines.Select(line => line.Split(' ')[^1]).Where(word => int.TryParse(word, out _)).Distinct(StringComparer.Ordinal).Count());
    }

    [LinuxFact]
    public async Task One_whose_program_ends_crashes_and_the_others_go_on()
    {
        var taken = _folder.File("taken");
        await using var seed = RunningProgram.Start("seed", "--port", "0", "--seed", "7");
        await using var bots = await BotsAsync(
            seed, "--count", "4", "--exec", $$"""while read -r line; do case "$line" in *'"prompt"'*) mkdir {{taken}} 2> /dev/null && exit 3; echo '{"text":"ok"}';; esac; done""");

        Assert.Equal(1, await bots.ExitAsync());
        await seed.EndsQuietlyAsync(0);
        var crashed = Assert.Single(seed.OutputLines, line => line.EndsWith(" crashed and is out of the chatroom.", StringComparison.Ordinal)).Split(' ')[0];
        Assert.StartsWith($"botnode: {crashed}: The program of --exec ended with exit code 3 before the conversation did, and the bot crashed with it: ", Assert.Single(bots.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(3, Said(seed).Count(one => one.Text == "ok"));
    }

    [LinuxFact]
    public async Task Ctrl_C_ends_them_all()
    {
        var started = _folder.File("started");
        await using var seed = RunningProgram.Start("seed", "--port", "0", "--seed", "7");
        await using var bots = await BotsAsync(seed, "--count", "3", "--exec", $"echo $$ >> {started}; exec sleep 1000");
        await seed.LineAsync(line => line.EndsWith(" has joined the chatroom", StringComparison.Ordinal), count: 3);
        Assert.True(await Task.Run(() => SpinWait.SpinUntil(() => File.Exists(started) && File.ReadAllLines(started).Length == 3, TimeSpan.FromMinutes(1))));

        bots.Signal(RunningProgram.Interrupt);

        await bots.EndsQuietlyAsync(130);
        var processes = await File.ReadAllLinesAsync(started);
        Assert.All(processes, process => Assert.False(Directory.Exists($"/proc/{process}")));
    }

    private static async Task<RunningProgram> BotsAsync(RunningProgram seed, params string[] arguments)
    {
        var address = await seed.LineAsync(line => line.StartsWith("akka.tcp://Chatroom@", StringComparison.Ordinal));
        return RunningProgram.Start(["bot", "--join", address, .. arguments]);
    }

    private static List<(string Name, string Text)> Said(RunningProgram seed) =>
        [.. seed.OutputLines.Select(line => line.Split(": ")).Where(parts => parts is [not "Host", _] && !parts[0].Contains(' ', StringComparison.Ordinal)).Select(parts => (parts[0], parts[1]))];
}
