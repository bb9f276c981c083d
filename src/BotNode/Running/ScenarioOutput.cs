using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.Running;

/// <summary>The file that a conversation is saved to as a scenario. One that exists is never overwritten.</summary>
internal static class ScenarioOutput
{
    /// <summary>Why nothing can be saved under this path; null if it can, or if nothing shall be saved.</summary>
    /// <param name="path">The file to write; null for none.</param>
    /// <param name="transcript">The file that the transcript is written to; null for none.</param>
    public static string? Problem(string? path, string? transcript) => path switch
    {
        null => null,
        "" => "--save-scenario takes the name of a file.",
        _ when transcript is { Length: > 0 } && Path.GetFullPath(path) == Path.GetFullPath(transcript) =>
            $"--save-scenario and --transcript both name {path}; they are two files.",
        _ => NewFile.Problem(path, "--save-scenario", Path.Exists(path)) ?? WritingProblem(path),
    };

    /// <summary>Saves a conversation.</summary>
    /// <param name="path">The file to write.</param>
    /// <param name="transcript">The conversation; null if it was not heard to its end.</param>
    /// <returns>Null when it is saved, otherwise why not.</returns>
    public static string? Save(string path, Transcript? transcript)
    {
        if (transcript is null)
            return $"{path} is not written: the conversation did not come to its end.";
        var recording = Recording.Of(transcript);
        return recording.IsGood
            ? NewFile.Write(path, ScenarioWriter.Of(recording.Value.Scenario))
            : $"{path} is not written: {recording.Errors[0]}.";
    }

    // Only writing a file shows whether a folder takes one.
    private static string? WritingProblem(string path)
    {
        try
        {
            using var attempt = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Unwritable.Problem(path, error);
        }
    }
}
