namespace Chatroom.Actors;

/// <summary>Minds that are brought into simulations.</summary>
/// <param name="MindOf">Makes the mind of a bot that starts; null for one that thinks as its persona does.</param>
/// <param name="Clock">Tells how long they think, in reality.</param>
/// <param name="Interrupted">Ends the waiting for them.</param>
/// <param name="Known">What they have answered in the run that is repeated; null if none is.</param>
internal sealed record SimulationMinds(Func<string, IMind?> MindOf, TimeProvider Clock, CancellationToken Interrupted, KnownAnswers? Known = null)
{
    /// <summary>The same minds, whose answers in the runs with one seed are compared. What is known of a seed is forgotten with this.</summary>
    public SimulationMinds Compared() => this with { Known = new KnownAnswers() };

    /// <summary>The minds of one bot.</summary>
    /// <param name="replyTimeout">How long one may think.</param>
    public AskedMinds Of(TimeSpan replyTimeout) => new(replyTimeout, MindOf, Clock, Interrupted, Known);
}
