using Akka.Configuration;

namespace Akka.Actor;

/// <summary>Where and how an actor is to run.</summary>
public class Deploy : IEquatable<Deploy>
{
    /// <summary>Says that no stash size is given.</summary>
    public const int NoStashSize = -1;

    /// <summary>Says that no dispatcher is given.</summary>
    public static readonly string NoDispatcherGiven = string.Empty;

    /// <summary>Says that no mailbox is given.</summary>
    public static readonly string NoMailboxGiven = string.Empty;

    /// <summary>Runs in this process, with nothing else said.</summary>
    public static readonly Deploy Local = new();

    /// <summary>Says nothing.</summary>
    public static readonly Deploy None = new();

    /// <summary>Says nothing.</summary>
    public Deploy()
    {
    }

    private Deploy(Deploy copy)
    {
        Path = copy.Path;
        Config = copy.Config;
        Dispatcher = copy.Dispatcher;
        Mailbox = copy.Mailbox;
        StashCapacity = copy.StashCapacity;
    }

    /// <summary>The path that this is for, or empty.</summary>
    public string Path { get; internal init; } = string.Empty;

    /// <summary>The configuration that this was read from, or an empty one.</summary>
    public Config Config { get; internal init; } = ConfigurationFactory.Empty;

    /// <summary>The dispatcher's configuration path, or <see cref="NoDispatcherGiven"/>.</summary>
    public string Dispatcher { get; internal init; } = NoDispatcherGiven;

    /// <summary>The mailbox's configuration path, or <see cref="NoMailboxGiven"/>.</summary>
    public string Mailbox { get; internal init; } = NoMailboxGiven;

    /// <summary>How many messages the stash takes, or <see cref="NoStashSize"/>.</summary>
    public int StashCapacity { get; internal init; } = NoStashSize;

    /// <summary>A copy that runs on another dispatcher.</summary>
    public virtual Deploy WithDispatcher(string dispatcher) => new(this) { Dispatcher = dispatcher };

    /// <summary>A copy with another mailbox.</summary>
    public virtual Deploy WithMailbox(string mailbox) => new(this) { Mailbox = mailbox };

    /// <summary>A copy whose stash takes so many messages.</summary>
    public virtual Deploy WithStashCapacity(int stashSize) => new(this) { StashCapacity = stashSize };

    /// <summary>A copy that takes from another one what this one doesn't say.</summary>
    public virtual Deploy WithFallback(Deploy other) => new(this)
    {
        Config = Config.WithFallback(other.Config),
        Dispatcher = Dispatcher == NoDispatcherGiven ? other.Dispatcher : Dispatcher,
        Mailbox = Mailbox == NoMailboxGiven ? other.Mailbox : Mailbox,
        StashCapacity = StashCapacity == NoStashSize ? other.StashCapacity : StashCapacity,
    };

    /// <inheritdoc />
    public bool Equals(Deploy? other) =>
        other is not null
        && Path == other.Path
        && Dispatcher == other.Dispatcher
        && Mailbox == other.Mailbox
        && StashCapacity == other.StashCapacity;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Deploy);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Path, Dispatcher, Mailbox, StashCapacity);
}
