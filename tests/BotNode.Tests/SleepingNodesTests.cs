using BotNode.Tests.Programs;
using Chatroom.Actors;

namespace BotNode.Tests;

/// <summary>Processes that are stopped for longer than others wait for a sign of life, and go on: a closed lid, a paused machine, Ctrl-Z.</summary>
public sealed class SleepingNodesTests : IDisposable
{
    // Longer than it takes to notice that a node gives no sign of life.
    private static readonly TimeSpan Nap = TimeSpan.FromSeconds(9);

    private static readonly TimeSpan LongNap = TimeSpan.FromSeconds(15);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxFact]
    public async Task All_bots_may_sleep()
    {
        await using var seed = Seed(replyTimeout: "60 s");
        await using var felix = await ThinkingBotAsync(seed, "Felix");
        await using var rateb = await ThinkingBotAsync(seed, "Rateb");
        await HeardAsync(felix, rateb);

        await SleepAsync(Nap, felix, rateb);

        await EndAsExpectedAsync(seed, felix, rateb);
    }

    [LinuxFact]
    public async Task All_bots_may_sleep_past_the_time_of_the_round()
    {
        await using var seed = Seed(replyTimeout: "12 s");
        await using var felix = await ThinkingBotAsync(seed, "Felix");
        await using var rateb = await ThinkingBotAsync(seed, "Rateb");
        await HeardAsync(felix, rateb);

        await SleepAsync(LongNap, felix, rateb);

        await EndAsExpectedAsync(seed, felix, rateb);
    }

    [LinuxFact]
    public async Task One_bot_may_sleep()
    {
        await using var seed = Seed(replyTimeout: "60 s");
        await using var felix = await ThinkingBotAsync(seed, "Felix");
        await using var rateb = await ThinkingBotAsync(seed, "Rateb");
        await HeardAsync(felix, rateb);

        await SleepAsync(Nap, felix);

        await EndAsExpectedAsync(seed, felix, rateb);
    }

    [LinuxFact]
    public async Task The_seed_node_may_sleep_past_the_time_of_the_round()
    {
        await using var seed = Seed(replyTimeout: "7 s");
        await using var felix = await ThinkingBotAsync(seed, "Felix");
        await using var rateb = await ThinkingBotAsync(seed, "Rateb");
        await HeardAsync(felix, rateb);

        await SleepAsync(Nap, seed);

        await EndAsExpectedAsync(seed, felix, rateb);
    }

    [LinuxFact]
    public async Task All_nodes_may_sleep_past_the_time_of_the_round()
    {
        await using var seed = Seed(replyTimeout: "7 s");
        await using var felix = await ThinkingBotAsync(seed, "Felix");
        await using var rateb = await ThinkingBotAsync(seed, "Rateb");
        await HeardAsync(felix, rateb);

        await SleepAsync(Nap, seed, felix, rateb);

        await EndAsExpectedAsync(seed, felix, rateb);
        Assert.DoesNotContain("lost", $"{felix}{rateb}", StringComparison.Ordinal);
    }

    private RunningProgram Seed(string replyTimeout)
    {
        var scenario = _folder.With("two.conf", $"""
            include "personas.conf"
            include "suggestions.conf"
            room.reply-timeout = {replyTimeout}
            roster = [Felix, Rateb]
            """);
        return RunningProgram.Start("seed", scenario, "--port", "0", "--transcript", _folder.File("talk.jsonl"));
    }

    // It thinks until after the sleep has begun, but not as long as the round lasts.
    private static async Task<RunningProgram> ThinkingBotAsync(RunningProgram seed, string name)
    {
        var address = await seed.LineAsync(line => line.StartsWith("akka.tcp://Chatroom@", StringComparison.Ordinal));
        return RunningProgram.Start("bot", "--name", name, "--join", address, "--think", "3s");
    }

    private static async Task HeardAsync(params RunningProgram[] bots)
    {
        foreach (var bot in bots)
            await bot.LineAsync(line => line.StartsWith("Host: ", StringComparison.Ordinal));
    }

    // It is the time that passes that is tested, so it passes.
    private static async Task SleepAsync(TimeSpan nap, params RunningProgram[] programs)
    {
        foreach (var program in programs)
            program.Signal(RunningProgram.Halt);
        await Task.Delay(nap, TimeProvider.System);
        foreach (var program in programs)
            program.Signal(RunningProgram.Continue);
    }

    private async Task EndAsExpectedAsync(RunningProgram seed, params RunningProgram[] bots)
    {
        await seed.EndsQuietlyAsync(0);
        foreach (var bot in bots)
            Assert.True(await bot.ExitAsync() == 0, $"{bot}\n{seed}");
        var transcript = TranscriptReader.Read(_folder.File("talk.jsonl")).Value!;
        Assert.Equal(CloseReason.Completed, transcript.End.Reason);
        Assert.DoesNotContain(transcript.Events, happened => happened is Left { How: not Leaving.Bye });
        Assert.All(transcript.Events.OfType<RoundClosed>().SelectMany(closed => closed.Verdicts), its => Assert.Equal(Verdict.Answered, its.Verdict));
        Assert.Equal(transcript.End.Digest, (await Replay.RunAsync(transcript, TimeProvider.System, CancellationToken.None)).Value!.Digest);
    }
}
