using BotNode.Processes;

namespace BotNode.Running;

/// <summary>Starts the nodes of a conversation.</summary>
internal interface INodeStarter
{
    /// <summary>Starts the seed node.</summary>
    INodeProcess StartSeed();

    /// <summary>Starts a bot node, which waits until it is told to join.</summary>
    /// <param name="name">The name that it will want; null for any.</param>
    INodeProcess StartBot(string? name);
}
