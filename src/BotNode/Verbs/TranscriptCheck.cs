using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.Verbs;

/// <summary>One rule for all verbs that read transcripts: their message and exit code for one that is not as it was written.</summary>
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
