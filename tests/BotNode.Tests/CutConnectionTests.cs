using Akka.Configuration;
using BotNode.Tests.Programs;
using Chatroom.Actors;

namespace BotNode.Tests;

/// <summary>
/// Connections that are cut and can be made again at once. Akka.Remote may take the node behind a cut connection for dead, so a cut
/// may cost a bot a round; it comes back, as long as the room is open, and hears what it has missed.
/// </summary>
public sealed class CutConnectionTests : BrokenConnectionTest
{
    private const int Cuts = 10;
    private const int Rounds = 6;

    private int _cuts;

    [LinuxFact]
    public async Task Whoever_lives_to_the_end_has_heard_every_line_once_and_in_order_though_connections_were_cut_at_ten_random_moments()
    {
        // Nobody is taken for dead because the machine is slow.
        var patient = ConfigurationFactory.ParseString("akka.remote.watch-failure-detector.acceptable-heartbeat-pause = 60 s");
        var room = await RoomAsync(new RoomSettings { Rounds = Rounds }, patient);

        // The connection that is not cut keeps the room open, in each round until two more cuts are made, in the last one until all are back.
        string[] others = [.. Names.Skip(1)];
        var steady = Bot(Names[0], room, new Waiting(round => round < Rounds
            ? UntilAsync(_ => Volatile.Read(ref _cuts) >= Cuts / (Rounds - 1) * round)
            : UntilAsync(events => others.All(name => events.Any(happened => happened is Said { Round: Rounds } said && said.Name == name)))), patient);
        await SeenAsync<Joined>();
        var endings = Task.WhenAll(others.Select(name => Bot(name, room, new Saying("ok"), patient, isReachable: true)).Append(steady));
        await SeenAsync<Suggested>();
        await CutAsync(room.Relay);

        Assert.All(await endings, ending => Assert.Equal(new BotNews.Ended(Leaving.Bye), ending));
        AllHeardTheSame(await room.TranscriptAsync());
    }

    private async Task CutAsync(CuttingProxy relay)
    {
        var dice = new SplitMix64(7);
        while (_cuts < Cuts)
        {
            var next = relay.Bytes + 300 + dice.Below(3000);
            await UntilAsync(_ => relay.Bytes >= next);
            relay.CutAllButTheFirst();
            Interlocked.Increment(ref _cuts);
        }
    }

    /// <summary>Says its line when what it waits for in the round has come.</summary>
    private sealed class Waiting(Func<int, Task> until) : IMind
    {
        public async Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken)
        {
            await until(prompt.Round).WaitAsync(cancellationToken);
            return "ok";
        }
    }
}
