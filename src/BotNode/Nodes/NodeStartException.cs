namespace BotNode.Nodes;

/// <summary>A node can't be started; the message is one line that says why.</summary>
internal sealed class NodeStartException(string message, Exception? cause = null) : Exception(message, cause);
