using Akka.Actor;

namespace Chatroom.Actors;

/// <summary>How a bot behaves towards the room; the defaults are those of docs/protocol.md.</summary>
public sealed record BotSettings
{
    /// <summary>The name it wants; null for any that is free.</summary>
    public string? Name { get; init; }

    /// <summary>Its own secret, up to 64 characters. The room knows it again by this after its connection broke; null for none.</summary>
    public string? Ticket { get; init; }

    /// <summary>How long it looks for the room when it has lost it, as it tells the room; null to tell nothing. The room waits a minute then.</summary>
    public TimeSpan? Patience { get; init; }

    /// <summary>How long it waits before it answers; null for as long as its mind wants.</summary>
    /// <value>Null.</value>
    public TimeSpan? ThinkTime { get; init; }

    /// <summary>After this time it repeats what the room has not acknowledged.</summary>
    /// <value>1 s.</value>
    public TimeSpan RepeatEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>After this time it asks the room whether it missed something.</summary>
    /// <value>5 s.</value>
    public TimeSpan CheckEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long it tries to reach a silent room, at the start and after it lost the room.</summary>
    /// <value>15 s.</value>
    public TimeSpan PatienceToJoin { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Knows the personas by name, which its mind is told; null for nobody.</summary>
    internal Func<string, PromptPersona?>? PersonaOf { get; init; }

    /// <summary>The relay that hears for all bots of this node; null if it hears for itself.</summary>
    internal IActorRef? Relay { get; init; }

    /// <summary>Called when somebody answers at the room's address: the room has let it in, or says that it will.</summary>
    internal Action? OnAnswered { get; init; }

    /// <summary>Called when its actor has stopped.</summary>
    internal Action? OnStopped { get; init; }

    /// <summary>The memory of a former bot that it continues; null for a new bot.</summary>
    internal BotMemory? Memory { get; init; }

    /// <summary>What it does only on a <see cref="BotCommand"/>.</summary>
    internal ScriptedActions ScriptedActions { get; init; } = ScriptedActions.None;
}
