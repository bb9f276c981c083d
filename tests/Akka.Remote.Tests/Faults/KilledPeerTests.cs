using System.Diagnostics;
using Akka.Actor;
using Xunit.Abstractions;

namespace Akka.Remote.Tests;

/// <summary>A process that dies without a word, and its successor.</summary>
public sealed class KilledPeerTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Actors = 100;

    private readonly Nodes _nodes = new();
    private ActorSystem _node = null!;
    private Recorder _watcher = null!;

    public Task InitializeAsync()
    {
        _node = _nodes.Start("Node", "akka.remote.watch-failure-detector.acceptable-heartbeat-pause = 1 s");
        _watcher = Recorder.Start(_node, "watcher");
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Fact]
    public async Task All_watched_actors_of_a_killed_process_are_reported_each_once()
    {
        using var peer = await PeerProcess.Start(_nodes.FreePort(), Actors);
        var watched = await Task.WhenAll(Enumerable.Range(0, Actors).Select(i => Resolve(peer, i)));
        foreach (var actor in watched)
            await Watch(actor);

        await peer.Kill();
        var since = Stopwatch.StartNew();
        var ended = new List<IActorRef>();
        while (ended.Count < Actors)
            ended.Add((await _watcher.Next<Terminated>()).ActorRef);
        output.WriteLine($"{Actors} Terminated {since.ElapsedMilliseconds} ms after the kill");

        Assert.Equivalent(watched, ended, strict: true);
        _watcher.Ref.Tell("end", ActorRefs.NoSender);
        Assert.Equal("end", await _watcher.Next<string>());
    }

    [Fact]
    public async Task Its_successor_at_the_address_is_another_system_that_does_not_know_the_old_actors()
    {
        using var peer = await PeerProcess.Start(_nodes.FreePort(), actors: 1);
        var old = await Resolve(peer, 0);
        await Watch(old);
        await peer.Kill();
        Assert.Equal(old, (await _watcher.Next<Terminated>()).ActorRef);

        using var successor = await PeerProcess.Start(peer.Address.Port!.Value, actors: 1);
        var since = Stopwatch.StartNew();
        var young = await ResolveAfterGate(successor);
        output.WriteLine($"The successor was reached {since.ElapsedMilliseconds} ms after it was there");

        Assert.Equal(peer.Address, successor.Address);
        Assert.NotEqual(peer.Uid, successor.Uid);
        Assert.NotEqual(old, young);
        old.Tell("to the old one", _watcher.Ref);
        young.Tell("to the new one", _watcher.Ref);
        Assert.Equal("to the new one", await _watcher.Next<string>());
        await Watch(old);
        Assert.Equal(old, (await _watcher.Next<Terminated>()).ActorRef);
        await Watch(young);
        young.Tell("stop", ActorRefs.NoSender);
        Assert.Equal(young, (await _watcher.Next<Terminated>()).ActorRef);
    }

    private Task<Recorder.Done> Watch(IActorRef actor) => _watcher.Ref.Ask<Recorder.Done>(new Recorder.Watch(actor), Recorder.Limit);

    private Task<IActorRef> Resolve(PeerProcess peer, int actor) =>
        _node.ActorSelection($"{peer.Address}/user/echo-{actor}").ResolveOne(Recorder.Limit);

    /// <summary>Until the gate opens, questions are lost.</summary>
    private async Task<IActorRef> ResolveAfterGate(PeerProcess peer)
    {
        using var limit = new CancellationTokenSource(Recorder.Limit);
        while (true)
        {
            try
            {
                return await _node.ActorSelection($"{peer.Address}/user/echo-0").ResolveOne(TimeSpan.FromMilliseconds(100));
            }
            catch (ActorNotFoundException)
            {
                limit.Token.ThrowIfCancellationRequested();
            }
        }
    }
}
