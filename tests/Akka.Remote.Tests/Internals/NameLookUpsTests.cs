using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Akka.Remote.Tests.Internals.Hostile;
using Akka.Remote.Transport.DotNetty;

namespace Akka.Remote.Tests.Internals;

/// <summary>Two at once, which end when a test says so and heed nobody who gives up.</summary>
public sealed class NameLookUpsTests
{
    private readonly Dictionary<string, TaskCompletionSource<IPAddress[]>> _underWay = [];
    private readonly NameLookUps _sut;

    public NameLookUpsTests() => _sut = new NameLookUps(2, (host, _) =>
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
    public async Task One_that_is_given_up_is_waited_for_no_more_but_keeps_its_place_until_it_ends()
    {
        using var givenUp = new CancellationTokenSource();
        var left = new[] { "a", "b" }.Select(host => _sut.FindAsync(host, givenUp.Token)).ToArray();
        await givenUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left[0].WaitAsync(Recorder.Limit));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left[1].WaitAsync(Recorder.Limit));

        _ = _sut.FindAsync("c", CancellationToken.None);
        Assert.Equal(["a", "b"], UnderWay);
        _underWay["a"].SetResult([]);

        await Until("c");
    }

    [Fact]
    public async Task One_that_is_given_up_while_it_waits_never_begins()
    {
        using var givenUp = new CancellationTokenSource();
        _ = _sut.FindAsync("a", CancellationToken.None);
        _ = _sut.FindAsync("b", CancellationToken.None);
        var left = _sut.FindAsync("c", givenUp.Token);
        _ = _sut.FindAsync("d", CancellationToken.None);

        await givenUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left.WaitAsync(Recorder.Limit));
        _underWay["a"].SetResult([]);

        await Until("d");
        Assert.DoesNotContain("c", UnderWay);
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
