using Akka.Actor;

namespace Stress.Churn;

/// <summary>Sends work to workers by chance, as fast as they keep up, and keeps the watchmen busy.</summary>
internal sealed class Driver(Places places, IReadOnlyList<IActorRef> watchmen, Tally tally, int seed)
{
    private const int MostUnderway = 50_000;

    private readonly Random _random = new(seed);

    /// <summary>Sends so many messages; false if the workers stopped taking them.</summary>
    public async Task<bool> SendAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (i % 256 == 0 && !await RoomAsync().ConfigureAwait(false))
                return false;
            SendOne();
        }

        return true;
    }

    private async Task<bool> RoomAsync() =>
        tally.Underway < MostUnderway
        || await Waiting.UntilAsync(() => tally.Underway < MostUnderway, TimeSpan.FromSeconds(60)).ConfigureAwait(false);

    private void SendOne()
    {
        var worker = places[_random.Next(places.Count)];
        tally.CountSent();
        worker.Tell(new Work(NextDeed(), _random.Next(places.Count)));

        switch (_random.Next(2_000))
        {
            case < 20:
                NextWatchman().Tell(new WatchOne(worker));
                break;
            case < 30:
                NextWatchman().Tell(new UnwatchOne(worker));
                break;
            case < 32:
                worker.Tell(PoisonPill.Instance);
                break;
            case < 34:
                worker.Tell(Kill.Instance);
                break;
            case < 35:
                NextWatchman().Tell(new Stumble());
                break;
            default:
                break;
        }
    }

    private Deed NextDeed() => _random.Next(20_000) switch
    {
        < 1 => Deed.FailAndEscalate,
        < 40 => Deed.FailAndStop,
        < 80 => Deed.Stop,
        < 140 => Deed.FailAndRestart,
        < 180 => Deed.FailAndResume,
        < 300 => Deed.WatchPeer,
        < 360 => Deed.UnwatchPeer,
        < 4_000 => Deed.PassOn,
        _ => Deed.Nothing,
    };

    private IActorRef NextWatchman() => watchmen[_random.Next(watchmen.Count)];
}
