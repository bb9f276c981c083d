using BotNode.CommandLine;
using BotNode.Nodes;
using Chatroom.Actors;

namespace BotNode.Seeds;

/// <summary>What `seed` is told.</summary>
/// <param name="Conversation">The conversation to host.</param>
/// <param name="Rooms">The names of the rooms; none for those of hocon/seed.conf.</param>
/// <param name="Repeat">How many conversations each room has; null for as many as hocon/seed.conf says.</param>
/// <param name="Resume">The transcript of a conversation to go on with; null for a new one.</param>
/// <param name="Host">The name or address by which bots reach this machine; the node listens there.</param>
/// <param name="Port">The port; 0 for any that is free.</param>
/// <param name="Tls">The certificate to speak TLS with; null for no TLS.</param>
/// <param name="Json">Print the lines of the transcript instead of those for people.</param>
/// <param name="Driven">Whether `run` holds the other end of stdin.</param>
/// <param name="Trace">The times of traced messages count from here; null for no trace.</param>
internal sealed record SeedOptions(
    ConversationOptions Conversation, ValueList<string> Rooms, Repeat? Repeat, string? Resume, string Host, int Port, TlsOptions? Tls, bool Json, bool Driven,
    DateTimeOffset? Trace = null);
