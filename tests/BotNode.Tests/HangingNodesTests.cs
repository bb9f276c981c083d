using BotNode.Tests.Programs;

namespace BotNode.Tests;

/// <summary>Nodes that hang: their connections stay, and only the signs of life are missed.</summary>
public sealed class HangingNodesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxFact]
    public async Task A_bot_node_that_hangs_is_out_of_the_room_and_the_others_go_on()
    {
        await using var seed = Seed();
        var address = await AddressOf(seed);
        await using var felix = Bot(address, "Felix", "--think", "10m", "--patience", "1s");
        await using var rateb = Bot(address, "Rateb");
        await seed.LineAsync(line => line.StartsWith("Rateb: ", StringComparison.Ordinal));

        felix.Signal(RunningProgram.Halt);

        await seed.EndsQuietlyAsync(0);
        await rateb.EndsQuietlyAsync(0);
        Assert.Contains("Felix crashed and is out of the chatroom.", seed.OutputLines);
        Assert.Contains("Rateb left the chatroom.", seed.OutputLines);
    }

    [LinuxFact]
    public async Task A_seed_node_that_hangs_is_lost_to_its_bots()
    {
        await using var seed = Seed();
        var address = await AddressOf(seed);
        await using var felix = Bot(address, "Felix", "--patience", "1s");
        await felix.LineAsync(line => line == "Felix has joined the chatroom");

        seed.Signal(RunningProgram.Halt);

        Assert.Equal(1, await felix.ExitAsync());
        Assert.Equal(
            [
                $"botnode: The room at {address} is lost; looking for it for 1 s.",
                $"botnode: The room at {address} is gone: its seed node ended, or the network broke.",
            ],
            felix.ErrorLines);
    }

    private RunningProgram Seed()
    {
        var scenario = _folder.With("two.conf", """
            include "personas.conf"
            include "suggestions.conf"
            room.reply-timeout = 10 minutes
            roster = [Felix, Rateb]
            """);
        return RunningProgram.Start("seed", scenario, "--port", "0");
    }

    private static RunningProgram Bot(string address, string name, params string[] options) =>
        RunningProgram.Start(["bot", "--name", name, "--join", address, .. options]);

    private static Task<string> AddressOf(RunningProgram seed) =>
        seed.LineAsync(line => line.StartsWith("akka.tcp://Chatroom@", StringComparison.Ordinal));
}
