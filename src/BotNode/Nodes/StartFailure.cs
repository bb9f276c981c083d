using Chatroom.Actors;

namespace BotNode.Nodes;

/// <summary>Says in one line why an actor system does not start.</summary>
internal static class StartFailure
{
    /// <summary>The line, without the program's name before it.</summary>
    /// <param name="file">The file with the settings.</param>
    /// <param name="error">What starting it threw.</param>
    public static string WhyNotStarted(string file, Exception error)
    {
        var cause = error;
        while (cause.InnerException is { } inner)
            cause = inner;
        return $"The actor system does not start with {file}: {Line.Clean(cause.Message)}";
    }
}
