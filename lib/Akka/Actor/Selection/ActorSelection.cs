namespace Akka.Actor;

/// <summary>
/// Actors chosen by a path that may hold <c>..</c> and patterns. It is walked anew for every message, so it finds
/// whoever is there at that time.
/// </summary>
public class ActorSelection : ICanTell
{
    /// <summary>Makes a selection of nobody.</summary>
    public ActorSelection()
        : this(ActorRefs.Nobody, Array.Empty<SelectionPathElement>())
    {
    }

    /// <summary>Makes a selection.</summary>
    /// <param name="anchor">Where the path starts.</param>
    /// <param name="path">The steps.</param>
    public ActorSelection(IActorRef anchor, SelectionPathElement[] path)
    {
        Anchor = anchor;
        Path = path;
    }

    /// <summary>Makes a selection.</summary>
    /// <param name="anchor">Where the path starts.</param>
    /// <param name="path">The path, with slashes.</param>
    public ActorSelection(IActorRef anchor, string path)
        : this(anchor, path == "" ? [] : path.Split('/'))
    {
    }

    /// <summary>Makes a selection.</summary>
    /// <param name="anchor">Where the path starts.</param>
    /// <param name="elements">The path's elements: names, patterns with <c>*</c> or <c>?</c>, or <c>..</c>.</param>
    public ActorSelection(IActorRef anchor, IEnumerable<string> elements)
        : this(anchor, elements.Where(element => element.Length > 0).Select(ToElement).ToArray())
    {
    }

    /// <summary>Where the path starts.</summary>
    public IActorRef Anchor { get; }

    /// <summary>The steps.</summary>
    public SelectionPathElement[] Path { get; }

    /// <summary>The steps as a text that starts with a slash.</summary>
    public string PathString => "/" + string.Join<SelectionPathElement>('/', Path);

    /// <summary>Sends a message to whoever is selected now.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">Whom it comes from; inside an actor, that actor if null.</param>
    public void Tell(object message, IActorRef? sender = null)
    {
        var from = sender ?? ActorCell.GetCurrentSelfOrNoSender();
        SelectionDelivery.Deliver((IInternalActorRef)Anchor, from, new ActorSelectionMessage(message, Path));
    }

    /// <summary>Finds the one actor that is selected.</summary>
    /// <param name="timeout">How long to wait for its answer.</param>
    /// <returns>The actor; faulted with <see cref="ActorNotFoundException"/> if none answers.</returns>
    public Task<IActorRef> ResolveOne(TimeSpan timeout) => ResolveAsync(timeout, CancellationToken.None);

    /// <summary>Finds the one actor that is selected.</summary>
    /// <param name="timeout">How long to wait for its answer.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The actor; faulted with <see cref="ActorNotFoundException"/> if none answers.</returns>
    public Task<IActorRef> ResolveOne(TimeSpan timeout, CancellationToken ct) => ResolveAsync(timeout, ct);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is ActorSelection other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Anchor, PathString);

    /// <inheritdoc />
    public override string ToString() => $"{Anchor.Path} -> {PathString}";

    /// <summary>Walks a selection's path from a local reference on, as the receiver of a remote selection does.</summary>
    internal static void DeliverSelection(IInternalActorRef anchor, IActorRef? sender, ActorSelectionMessage message) =>
        SelectionDelivery.Deliver(anchor, sender, message);

    /// <summary>Whether both go the same way from the same place.</summary>
    /// <param name="other">The other selection.</param>
    /// <returns>True if so.</returns>
    protected bool Equals(ActorSelection other) =>
        Anchor.Equals(other.Anchor) && Path.AsSpan().SequenceEqual(other.Path);

    private static SelectionPathElement ToElement(string element) => element switch
    {
        ".." => SelectParent.Instance,
        _ when element.AsSpan().IndexOfAny('*', '?') >= 0 => new SelectChildPattern(element),
        _ => new SelectChildName(element),
    };

    private async Task<IActorRef> ResolveAsync(TimeSpan timeout, CancellationToken ct)
    {
        ActorIdentity identity;
        try
        {
            identity = await this.Ask<ActorIdentity>(new Identify(null), timeout, ct).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is AskTimeoutException or OperationCanceledException)
        {
            throw new ActorNotFoundException($"Nobody answered for {this}.", cause);
        }

        return identity.Subject ?? throw new ActorNotFoundException($"There is no actor at {this}.");
    }
}
