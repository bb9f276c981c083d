namespace BotNode.Running;

/// <summary>How the process of a node ended.</summary>
/// <param name="Name">What the user calls the node.</param>
/// <param name="Code">Its exit code; 128 + N when signal N killed it.</param>
/// <param name="ByScript">Whether the script killed it.</param>
internal sealed record ProcessEnd(string Name, int Code, bool ByScript);
