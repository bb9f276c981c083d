using Akka.Configuration;
using BotNode.Tests.Programs;
using Chatroom.Actors;

namespace BotNode.Tests;

/// <summary>
/// Connections that are cut and made again at once. The official packages take for dead whom they can't connect to themselves, and
/// nobody listens at the addresses of the bots here: there it is a matter of luck whether the room or the bot connects first.
/// </summary>
public sealed class CutConnectionTests : BrokenConnectionTest
{
    private const int Cuts = 10;

    [LinuxFact]
    public async Task Whoever_lives_to_the_end_has_heard_every_line_once_and_in_order_though_connections_were_cut_at_ten_random_moments()
    {
        var dice = new SplitMix64(7);
        var given = 0;
        // Nobody is taken for dead here, however slow the machine is.
        var patient = ConfigurationFactory.ParseString("akka.remote.watch-failure-detector.acceptable-heartbeat-pause = 60 s");
        var room = await RoomAsync(new RoomSettings { Rounds = 6 }, patient, () => given++ < Cuts ? 300 + dice.Below(1200) : null);

        var endings = await Task.WhenAll(Names.Select(name => Bot(name, room.Address, new Saying("ok"), patient)));

        Assert.Equal(Cuts, room.Relay.Cuts);
        Assert.All(endings, ending => Assert.Equal(new BotNews.Ended(Leaving.Bye), ending));
        AllHeardTheSame(await room.TranscriptAsync());
    }
}
