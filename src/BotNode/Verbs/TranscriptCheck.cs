using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.Verbs;

/// <summary>One rule for all verbs that read transcripts: what they say of one that is not as it was written, and how they end then.</summary>
internal static class TranscriptCheck
{
    /// <summary>Says on stderr what is wrong with a transcript, if anything is.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Tell(IntactLines intact, Terminal terminal) => intact switch
    {
        { Fault: TranscriptFault.NoTranscript } => terminal.CouldNotRun(intact.Problem!),
        { NotAsWritten: { } problem } => terminal.NotAsExpected(problem),
        _ => ExitCode.AsExpected,
    };
}
