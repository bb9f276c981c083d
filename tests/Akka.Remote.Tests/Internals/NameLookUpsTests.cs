using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Akka.Remote.Tests.Internals.Hostile;
using Akka.Remote.Transport.DotNetty;

namespace Akka.Remote.Tests.Internals;

/// <summary>Two that are waited for and three in all, which end when a test says so.</summary>
public sealed class NameLookUpsTests
{
    private readonly Dictionary<string, TaskCompletionSource<IPAddress[]>> _underWay = [];
    private readonly NameLookUps _sut;

    public NameLookUpsTests() => _sut = new NameLookUps(2, 3, host =>
    {
        lock (_underWay)
            return (_underWay[host] = new TaskCompletionSource<IPAddress[]>()).Task;
    });

    [Fact]
    public async Task One_more_waits_for_a_place()
    {
        var all = new[] { "a", "b", "c" }.Select(host => _sut.FindAsync(host, CancellationToken.None)).ToArray();
        Assert.Equal(["a", "b"], UnderWay);

        _underWay["b"].SetResult([IPAddress.Loopback]);

        Assert.Equal([IPAddress.Loopback], await all[1].WaitAsync(Recorder.Limit));
        await Until("c");
    }

    [Fact]
    public async Task One_that_fails_makes_room_too()
    {
        var all = new[] { "a", "b", "c" }.Select(host => _sut.FindAsync(host, CancellationToken.None)).ToArray();

        _underWay["a"].SetException(new SocketException());

        await Assert.ThrowsAsync<SocketException>(() => all[0].WaitAsync(Recorder.Limit));
        await Until("c");
    }

    [Fact]
    public async Task One_that_is_given_up_is_waited_for_no_more_and_makes_room()
    {
        using var givenUp = new CancellationTokenSource();
        var left = _sut.FindAsync("a", givenUp.Token);
        _ = _sut.FindAsync("b", CancellationToken.None);
        _ = _sut.FindAsync("c", CancellationToken.None);

        await givenUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left.WaitAsync(Recorder.Limit));
        await Until("c");
    }

    [Fact]
    public async Task Those_that_were_given_up_keep_a_place_among_all_until_they_end()
    {
        await GiveUp("a");
        await GiveUp("b");
        await GiveUp("c");

        _ = _sut.FindAsync("d", CancellationToken.None);
        Assert.Equal(["a", "b", "c"], UnderWay);
        _underWay["a"].SetResult([]);

        await Until("d");
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(3, 0)]
    public async Task One_that_is_given_up_before_its_turn_never_begins_and_says_so(int alreadyLeft, int waitedFor)
    {
        foreach (var host in Enumerable.Range(1, alreadyLeft))
            await GiveUp($"{host}");
        foreach (var host in Enumerable.Range(1, waitedFor))
            _ = _sut.FindAsync($"{host}", CancellationToken.None);
        using var givenUp = new CancellationTokenSource();
        var late = _sut.FindAsync("late", givenUp.Token);
        _ = _sut.FindAsync("next", CancellationToken.None);

        await givenUp.CancelAsync();
        var error = await Assert.ThrowsAsync<RemoteTransportException>(() => late.WaitAsync(Recorder.Limit));
        _underWay["1"].SetResult([]);

        Assert.StartsWith("the look-up of the name did not get its turn: ", error.Message, StringComparison.Ordinal);
        await Until("next");
        Assert.DoesNotContain("late", UnderWay);
    }

    [Fact]
    public async Task Nobody_need_look_at_why_one_failed_that_was_given_up()
    {
        await GiveUp("a");
        _underWay["a"].SetException(new SocketException());
        _underWay.Clear();

        Assert.Equal("", UnobservedExceptions.Take());
    }

    private string[] UnderWay
    {
        get
        {
            lock (_underWay)
                return [.. _underWay.Keys];
        }
    }

    /// <summary>Leaves nothing that could hold on to what was given up.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task GiveUp(string host)
    {
        using var givenUp = new CancellationTokenSource();
        var left = _sut.FindAsync(host, givenUp.Token);
        await givenUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left.WaitAsync(Recorder.Limit));
    }

    private async Task Until(string host)
    {
        using var limit = new CancellationTokenSource(Recorder.Limit);
        while (!UnderWay.Contains(host))
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, limit.Token);
    }
}
