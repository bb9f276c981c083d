using System.Text.Json;
using BotNode.Nodes;
using BotNode.Tests.Programs;

namespace BotNode.Tests;

/// <summary>A seed node and bot nodes started one by one, as a person does it.</summary>
public sealed class ByHandTests
{
    [Fact]
    public async Task Nameless_bots_get_a_persona_each()
    {
        await using var seed = RunningProgram.Start("seed", "--port", "0", "--seed", "7");
        var address = await AddressOf(seed);
        await using var first = Bot(address);
        await using var second = Bot(address);
        await using var third = Bot(address);
        await using var fourth = Bot(address);

        RunningProgram[] bots = [first, second, third, fourth];
        foreach (var bot in bots)
            Assert.Equal(0, await bot.ExitAsync());
        Assert.Equal(0, await seed.ExitAsync());
        var heard = Talk(seed);
        Assert.Equal(5, heard.Count);
        Assert.All(bots, bot => Assert.Equal(heard, Talk(bot)));
        Assert.Equal(
            ["Felix", "Madelen", "Marija", "Rateb"],
            bots.Select(bot => Assert.Single(bot.OutputLines, line => line.StartsWith("Introducing", StringComparison.Ordinal)))
                .Select(line => line.Split(' ')[^1].TrimEnd('!'))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Several_bots_in_one_process_take_part_each_and_print_what_happens_once()
    {
        await using var seed = RunningProgram.Start("seed", "--port", "0", "--seed", "7", "--rounds", "2");
        var address = await AddressOf(seed);
        await using var three = Bot(address, "--count", "3");
        await using var one = Bot(address);

        await three.EndsQuietlyAsync(0);
        await one.EndsQuietlyAsync(0);
        await seed.EndsQuietlyAsync(0);
        Assert.Equal(3, three.OutputLines.Count(line => line.StartsWith("Introducing", StringComparison.Ordinal)));
        Assert.Equal(10, Talk(seed).Count);
        Assert.Equal(Talk(seed), Talk(three));
        Assert.Equal(Talk(seed), Talk(one));
    }

    [Fact]
    public async Task A_name_may_be_typed_in_other_code_points_than_on_the_roster()
    {
        using var folder = new TemporaryFolder();
        var scenario = folder.With("talk.conf", """
            include "suggestions.conf"
            roster = ["José", "Jürgen"]
            script = [{ silent = "José" }, { silent = "Jürgen" }]
            room.reply-timeout = 100 ms
            """);
        await using var seed = RunningProgram.Start("seed", scenario, "--port", "0");
        var address = await AddressOf(seed);
        await using var jose = Bot(address, "--name", "Jose\u0301");
        await using var jurgen = Bot(address, "--name", "Ju\u0308rgen");

        await jose.EndsQuietlyAsync(0);
        await jurgen.EndsQuietlyAsync(0);
        Assert.Contains("Introducing our awesome bot José!", jose.OutputLines);
        Assert.Contains("Introducing our awesome bot Jürgen!", jurgen.OutputLines);
    }

    [Fact]
    public async Task One_bot_too_many_is_refused()
    {
        await using var seed = RunningProgram.Start("seed", "--port", "0");
        var address = await AddressOf(seed);
        await using var first = Bot(address, "--think", "10m");
        await using var second = Bot(address, "--think", "10m");
        await using var third = Bot(address, "--think", "10m");
        await using var fourth = Bot(address, "--think", "10m");
        await seed.LineAsync(line => line.StartsWith("Host suggested", StringComparison.Ordinal));

        await using var fifth = Bot(address);

        Assert.Equal(1, await fifth.ExitAsync());
        Assert.Equal("botnode: All 4 bots are in the chatroom, please try again when the next one opens.", Assert.Single(fifth.ErrorLines));
    }

    [LinuxFact]
    public async Task A_crashed_bot_does_not_make_the_seed_node_fail()
    {
        await using var seed = RunningProgram.Start("seed", "--port", "0", "--seed", "7");
        var address = await AddressOf(seed);
        await using var felix = RunningProgram.Start("bot", "--name", "Felix", "--join", address, "--think", "10m");
        await using var madelen = RunningProgram.Start("bot", "--name", "Madelen", "--join", address);
        await using var marija = RunningProgram.Start("bot", "--name", "Marija", "--join", address);
        await using var rateb = RunningProgram.Start("bot", "--name", "Rateb", "--join", address);
        await seed.LineAsync(line => line.StartsWith("Rateb: ", StringComparison.Ordinal));

        felix.KillHard();

        Assert.Equal(0, await seed.ExitAsync());
        Assert.Contains("Felix crashed and is out of the chatroom.", seed.OutputLines);
    }

    [Fact]
    public async Task A_name_in_use_is_refused_with_the_sentence_of_the_room()
    {
        await using var seed = RunningProgram.Start("seed", "--port", "0");
        var address = await AddressOf(seed);
        await using var felix = RunningProgram.Start("bot", "--name", "Felix", "--join", address);
        await seed.LineAsync(line => line.EndsWith("Felix has joined the chatroom", StringComparison.Ordinal));

        await using var second = RunningProgram.Start("bot", "--name", "Felix", "--join", address);

        Assert.Equal(1, await second.ExitAsync());
        Assert.StartsWith("botnode: Bot Felix is taken, please try again with another bot name: Marija, Madelen, Rateb.", Assert.Single(second.ErrorLines), StringComparison.Ordinal);
    }

    [LinuxTheory]
    [InlineData(RunningProgram.HangUp, 129)]
    [InlineData(RunningProgram.Interrupt, 130)]
    [InlineData(RunningProgram.Terminate, 143)]
    public async Task An_interrupted_bot_says_bye_and_ends_with_the_code_of_the_signal(int signal, int exitCode)
    {
        await using var seed = RunningProgram.Start("seed", "--port", "0");
        await using var felix = RunningProgram.Start("bot", "--name", "Felix", "--join", await AddressOf(seed));
        await felix.LineAsync(line => line == "Felix has joined the chatroom");

        felix.Signal(signal);

        await felix.EndsQuietlyAsync(exitCode);
        await seed.LineAsync(line => line == "Felix left the chatroom.");
    }

    [LinuxTheory]
    [InlineData(RunningProgram.Interrupt, 130)]
    [InlineData(RunningProgram.Quit, 131)]
    [InlineData(RunningProgram.Terminate, 143)]
    public async Task An_interrupted_seed_node_tells_its_bots_and_ends_with_the_code_of_the_signal(int signal, int exitCode)
    {
        await using var seed = RunningProgram.Start("seed", "--port", "0");
        await using var felix = RunningProgram.Start("bot", "--name", "Felix", "--join", await AddressOf(seed));
        await felix.LineAsync(line => line == "Felix has joined the chatroom");

        seed.Signal(signal);

        await seed.EndsQuietlyAsync(exitCode);
        Assert.Equal(1, await felix.ExitAsync());
        Assert.Equal("botnode: The room closed before the bot could say Bye.", Assert.Single(felix.ErrorLines));
        Assert.Equal("Felix was stopped.", felix.OutputLines[^1]);
    }

    [Fact]
    public async Task Nobody_at_the_address_is_one_line_and_2()
    {
        using var port = new ReservedPort();
        var address = $"akka.tcp://Chatroom@127.0.0.1:{port.Number}";

        await using var felix = RunningProgram.Start("bot", "--join", address);

        Assert.Equal(2, await felix.ExitAsync());
        Assert.Equal($"botnode: No room at {address}: nobody listens there. Start one with: botnode seed", Assert.Single(felix.ErrorLines));
    }

    [Fact]
    public async Task A_seed_node_for_programs_prints_its_address_and_the_transcript_as_json()
    {
        await using var seed = RunningProgram.Start("seed", "--json", "--port", "0");
        await seed.LineAsync(line => line.Contains("\"opened\"", StringComparison.Ordinal));

        Assert.NotNull(RoomAddress.ParseJson(seed.OutputLines[0]));
        Assert.All(seed.OutputLines, line => Assert.Equal(JsonValueKind.Object, JsonElement.Parse(line).ValueKind));
    }

    [Fact]
    public async Task A_port_in_use_is_one_line_and_2()
    {
        await using var seed = RunningProgram.Start("seed", "--port", "0");
        var port = (await AddressOf(seed)).Split(':')[^1];

        await using var second = RunningProgram.Start("seed", "--port", port);

        Assert.Equal(2, await second.ExitAsync());
        Assert.Contains($"127.0.0.1:{port}: the port is in use", Assert.Single(second.ErrorLines), StringComparison.Ordinal);
    }

    private static async Task<string> AddressOf(RunningProgram seed) =>
        await seed.LineAsync(line => line.StartsWith("akka.tcp://Chatroom@", StringComparison.Ordinal));

    private static RunningProgram Bot(string address, params string[] options) => RunningProgram.Start(["bot", "--join", address, .. options]);

    private static List<string> Talk(RunningProgram program) =>
        [.. program.OutputLines.Where(line => line.Split(':')[0] is "Host" or "Felix" or "Madelen" or "Marija" or "Rateb")];
}
