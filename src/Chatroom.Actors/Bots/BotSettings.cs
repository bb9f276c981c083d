using Akka.Actor;

namespace Chatroom.Actors;

/// <summary>How a bot behaves towards the room; the defaults are those of docs/protocol.md.</summary>
public sealed record BotSettings
{
    /// <summary>The name it wants; null for any that is free.</summary>
    public string? Name { get; init; }

    /// <summary>A secret of its own, up to 64 characters, by which the room knows it again after its connection broke; null when it has none.</summary>
    public string? Ticket { get; init; }

    /// <summary>How long it waits before it answers; null for as long as its mind wants to.</summary>
    /// <value>Null.</value>
    public TimeSpan? ThinkTime { get; init; }

    /// <summary>After which time it says again what the room has not acknowledged.</summary>
    /// <value>1 s.</value>
    public TimeSpan RepeatEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>After which time it asks the room whether it missed something.</summary>
    /// <value>5 s.</value>
    public TimeSpan CheckEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long it tries to reach a room that gives no sign of life, at the start and after it was lost.</summary>
    /// <value>15 s.</value>
    public TimeSpan PatienceToJoin { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Who hears for all bots of this node; null when it hears for itself.</summary>
    internal IActorRef? Relay { get; init; }

    /// <summary>What another one remembered with which it goes on; null for a bot that is new.</summary>
    internal BotMemory? Memory { get; init; }

    /// <summary>What it does only when told so by a <see cref="BotCommand"/>.</summary>
    internal ScriptedActions ScriptedActions { get; init; } = ScriptedActions.None;
}
