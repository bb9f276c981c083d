using System.Text;
using RemoteGuard.Limits;
using RemoteGuard.Rules;
using RemoteGuard.Tests.Wire;
using RemoteGuard.Wire;

namespace RemoteGuard.Tests.Limits;

/// <summary>Whom a peer watches.</summary>
public sealed class WatchesTests
{
    private const string Watcher = "akka.tcp://Peer@h:1/system/remote-watcher#1";

    private readonly CountLimit _limit = new(20_000);

    [Fact]
    public void Those_that_it_has_not_taken_back_are_told_in_the_end()
    {
        var watches = new Watches(_limit);
        Watch(watches, "a");
        Watch(watches, "b");
        Watch(watches, "a", TestFrames.Unwatch);

        Assert.Equal(["b"], watches.End());
    }

    [Fact]
    public void It_watches_in_its_own_name_only()
    {
        var watches = new Watches(_limit);
        Assert.Equal(Outcome.Pass, Watch(watches, "a"));

        Assert.Equal(Outcome.Close, Watch(watches, "a", watcher: Watcher + "2"));
    }

    [Fact]
    public void It_watches_so_many_at_most()
    {
        var watches = new Watches(_limit);

        Assert.All(Enumerable.Range(0, 1000), number => Assert.Equal(Outcome.Pass, Watch(watches, $"a{number}")));
        Assert.Equal(Outcome.Close, Watch(watches, "one more"));
        Assert.Equal(Outcome.Pass, Watch(watches, "a7"));
    }

    [Fact]
    public void All_watch_so_many_at_most_that_are_not_there_until_one_is_forgotten()
    {
        var (one, other) = (new Watches(_limit), new Watches(_limit));
        for (var number = 0; number < 20_000; number++)
            Assert.Equal(Outcome.Pass, Watch(one, $"gone{number}", isKnown: false));
        Assert.Equal(Outcome.Close, Watch(other, "gone", isKnown: false));

        one.End();

        Assert.Equal(Outcome.Pass, Watch(other, "gone", isKnown: false));
    }

    private static Outcome Watch(Watches watches, string watchee, string manifest = TestFrames.Watch, string watcher = Watcher, bool isKnown = true)
    {
        Assert.True(Payload.TryRead(TestFrames.WatchOf(watchee, watcher, manifest), out var payload));
        Assert.True(WatchMessage.TryRead(payload, out var message));
        Assert.Equal(watchee, Encoding.ASCII.GetString(message.Watchee));
        return watches.Take(message, isKnown).Outcome;
    }
}
