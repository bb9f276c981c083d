using BotNode.CommandLine;

namespace BotNode.Running;

/// <summary>What `run` is told.</summary>
/// <param name="Conversation">The conversation to run.</param>
/// <param name="Think">How long every bot thinks; null for as long as each does by itself.</param>
/// <param name="Tls">Whether the nodes speak TLS, with certificates made for this run alone.</param>
/// <param name="SaveScenario">Where the conversation is saved as a scenario; null for nowhere.</param>
internal sealed record RunOptions(ConversationOptions Conversation, TimeSpan? Think, bool Tls, string? SaveScenario);
