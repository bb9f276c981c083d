using Akka.Configuration;

namespace BotNode.Nodes;

/// <summary>What hocon/seed.conf says.</summary>
/// <param name="Akka">The settings of the actor system.</param>
/// <param name="Rooms">The rooms.</param>
internal sealed record SeedSettings(Config Akka, RoomsSettings Rooms);
