using System.Text;
using ActorSimulation;

namespace Chatroom.Actors;

/// <summary>What has come of a simulated conversation.</summary>
internal sealed record SimulationOutcome
{
    /// <summary>What was simulated.</summary>
    public required SimulationSetup Setup { get; init; }

    /// <summary>The seed.</summary>
    public required long Seed { get; init; }

    /// <summary>What went wrong.</summary>
    public required ValueList<Fault> Faults { get; init; }

    /// <summary>All that the room noted.</summary>
    public required ValueList<RoomEvent> Events { get; init; }

    /// <summary>When it noted each of them, since the seed node started.</summary>
    public required IReadOnlyList<TimeSpan> Times { get; init; }

    /// <summary>The transcript.</summary>
    public required string Transcript { get; init; }

    /// <summary>The transcript, read as far as it is intact.</summary>
    public IntactLines ReadTranscript() => TranscriptReader.ReadIntact(Encoding.UTF8.GetBytes(Transcript), "transcript");

    /// <summary>The processes of all bots.</summary>
    public required IReadOnlyList<BotLife> Lives { get; init; }

    /// <summary>Whether nothing went wrong in a while.</summary>
    public bool WasCalm(TimeSpan from, TimeSpan until) => !Faults.Any(fault => fault.At <= until && fault.End >= from);

    /// <summary>Whether the room closed and all processes of bots ended, a quarter of an hour after the last fault at the latest.</summary>
    public required bool HasEnded { get; init; }

    /// <summary>How often the seed node went on with the conversation of a process that was killed.</summary>
    public required int Resumed { get; init; }

    /// <summary>When the room closed; null if it did not.</summary>
    public required TimeSpan? ClosedAt { get; init; }

    /// <summary>Why the room's actor failed; null if it did not.</summary>
    public required Exception? Failure { get; init; }

    /// <summary>What actors logged.</summary>
    public required IReadOnlyList<LogEntry> Log { get; init; }

    /// <summary>How much time passed.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>How many turns actors took.</summary>
    public required long Turns { get; init; }

    /// <summary>Equal when two runs were.</summary>
    public required string TraceHash { get; init; }

    /// <summary>Equal when all bytes that two runs sent were.</summary>
    public required string WireHash { get; init; }
}
