namespace BotNode.Processes;

/// <summary>A node that `run` has started, in a process of its own.</summary>
internal interface INodeProcess : IDisposable
{
    /// <summary>What the user calls it: "seed node", or the bot's name.</summary>
    string Name { get; }

    /// <summary>Its exit code, once it has ended and all its stderr was read; 128 + N if signal N killed it.</summary>
    Task<int> Exited { get; }

    /// <summary>The next line that it prints; null when there is no more.</summary>
    Task<string?> ReadLineAsync();

    /// <summary>Reads what it prints to the end without keeping it, so that it never waits for a full pipe.</summary>
    Task DrainAsync();

    /// <summary>Gives it a command. If the node is gone, the command is lost; <see cref="Exited"/> tells.</summary>
    void Tell(NodeCommand command);

    /// <summary>Ends its stdin: it ends at once, and takes with it what it has started.</summary>
    void EndInput();

    /// <summary>Kills it at once (what it has started is left). Does nothing if it is gone.</summary>
    void Kill();
}
