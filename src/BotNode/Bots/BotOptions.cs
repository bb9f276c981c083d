using BotNode.CommandLine;
using BotNode.Nodes;
using Chatroom.Actors;

namespace BotNode.Bots;

/// <summary>What `bot` is told.</summary>
/// <param name="Scenario">The file with the personas; null for those that come with the program.</param>
/// <param name="Content">The user's own personas and suggestions.</param>
/// <param name="Name">The name it wants; null for any that is free.</param>
/// <param name="Count">How many bots there are in each room.</param>
/// <param name="Address">The address of the room; a driven bot is told later.</param>
/// <param name="Rooms">The names of the rooms to join; none for that of a seed node with one room.</param>
/// <param name="Tls">The certificate to speak TLS with; null for no TLS.</param>
/// <param name="Think">How long it thinks before it answers; null for as long as its persona does.</param>
/// <param name="Patience">How long it looks for a room that it lost.</param>
/// <param name="Exec">The command line of a program that thinks for it, one for each bot; null for its persona.</param>
/// <param name="Driven">Whether `run` holds the other end of stdin.</param>
/// <param name="Trace">The times of traced messages count from here; null for no trace.</param>
internal sealed record BotOptions(
    string? Scenario,
    ContentOptions Content,
    string? Name,
    int Count,
    RoomAddress Address,
    ValueList<string> Rooms,
    TlsOptions? Tls,
    TimeSpan? Think,
    TimeSpan Patience,
    string? Exec,
    bool Driven,
    DateTimeOffset? Trace);
