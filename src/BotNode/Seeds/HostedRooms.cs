using Akka.Actor;
using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.Seeds;

/// <summary>All rooms of a seed node.</summary>
internal sealed class HostedRooms : IAsyncDisposable
{
    private readonly List<HostedRoom> _rooms;

    /// <summary>Makes them, but opens nothing yet.</summary>
    /// <param name="plan">What there is to host.</param>
    /// <param name="options">How it is shown.</param>
    /// <param name="terminal">Where it is shown.</param>
    /// <param name="drawSeed">Draws the seed of a conversation that is given none.</param>
    /// <param name="awake">The time in which this process ran.</param>
    public HostedRooms(SeedPlan plan, SeedOptions options, Terminal terminal, Func<long> drawSeed, TimeProvider awake)
    {
        _rooms = [.. plan.Names.Select(name => new HostedRoom(plan, name, options, terminal, drawSeed, awake))];
        Ended = WhenEndedAsync();
    }

    /// <summary>How many there are.</summary>
    public int Count => _rooms.Count;

    /// <summary>The gravest exit code, once all of them have ended; fails if one of them broke.</summary>
    public Task<int> Ended { get; }

    /// <summary>True if all of them have ended; <see cref="Ended"/> completes soon after that.</summary>
    public bool HaveEnded => _rooms.TrueForAll(room => room.Ended.IsCompleted);

    /// <summary>Opens the transcripts of the first conversations.</summary>
    /// <exception cref="IOException">One can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">One may not be written.</exception>
    public void OpenFirstTranscripts() => _rooms.ForEach(room => room.OpenFirstTranscript());

    /// <summary>Starts their actors, on threads of their own.</summary>
    /// <param name="system">The system to start them in; <see cref="RoomThreads"/> must be in its settings.</param>
    /// <returns>The actor of a single room, or the one above all rooms.</returns>
    public IActorRef Start(ActorSystem system) => _rooms is [{ Name: null } alone]
        ? system.ActorOf(RoomDoor.Props(alone.BeginAsync).WithDispatcher(RoomThreads.Dispatcher), ChatroomActor.Name)
        : system.ActorOf(
            RoomsActor.Props([.. _rooms.Select(room => (room.Name!, (Func<int, ValueTask<Props?>>)room.BeginAsync))]).WithDispatcher(RoomThreads.Dispatcher),
            RoomPath.Rooms);

    /// <summary>Lets the present conversations be the last ones.</summary>
    public void BeginNoMore() => _rooms.ForEach(room => room.BeginNoMore());

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var room in _rooms)
            await room.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<int> WhenEndedAsync() => (await Task.WhenAll(_rooms.Select(room => room.Ended)).ConfigureAwait(false)).Max();
}
