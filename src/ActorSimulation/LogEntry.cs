using Akka.Event;

namespace ActorSimulation;

/// <summary>What an actor has logged.</summary>
/// <param name="Time">When, since the world began.</param>
/// <param name="Node">The name of the node.</param>
/// <param name="Level">The level.</param>
/// <param name="Source">The path of the actor, or the name of the part of Akka.NET.</param>
/// <param name="Message">The text.</param>
/// <param name="Cause">The exception that it is about; null if there is none.</param>
public sealed record LogEntry(TimeSpan Time, string Node, LogLevel Level, string Source, string Message, Exception? Cause);
