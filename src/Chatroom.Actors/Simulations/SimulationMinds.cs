namespace Chatroom.Actors;

/// <summary>Minds that are brought into simulations.</summary>
/// <param name="mindOf">Makes the mind of a bot that starts; null for one that thinks as its persona does. It is disposed of after the run, if it can be.</param>
/// <param name="clock">Tells how long they think, in reality.</param>
/// <param name="interrupted">Ends the waiting for them.</param>
internal sealed class SimulationMinds(Func<string, IMind?> mindOf, TimeProvider clock, CancellationToken interrupted)
{
    private readonly KnownAnswers _known = new();

    /// <summary>Makes the mind of a bot; null for one that thinks as its persona does.</summary>
    public Func<string, IMind?> MindOf => mindOf;

    /// <summary>The minds of one bot, each disposed of with a run.</summary>
    /// <param name="limit">How long one may think.</param>
    /// <param name="made">Takes those that have to be disposed of.</param>
    public AskedMinds Of(TimeSpan limit, List<IAsyncDisposable> made) => new(
        limit,
        name =>
        {
            var mind = mindOf(name);
            if (mind is IAsyncDisposable ends)
                made.Add(ends);
            return mind;
        },
        clock,
        interrupted,
        _known);
}
