using BotNode.CommandLine;

namespace BotNode.Running;

/// <summary>What `run` is told.</summary>
/// <param name="Conversation">The conversation to run.</param>
/// <param name="Think">How long every bot thinks; null for each bot's own time.</param>
/// <param name="Tls">Whether the nodes speak TLS, with certificates made for this run alone.</param>
/// <param name="Minds">Which programs think for which bots.</param>
/// <param name="SaveScenario">The file to save the conversation to as a scenario; null for none.</param>
/// <param name="Trace">The times of traced messages count from here; null for no trace.</param>
internal sealed record RunOptions(ConversationOptions Conversation, TimeSpan? Think, bool Tls, MindCommands Minds, string? SaveScenario, DateTimeOffset? Trace = null);
