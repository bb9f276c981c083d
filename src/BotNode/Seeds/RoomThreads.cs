using Akka.Configuration;

namespace BotNode.Seeds;

/// <summary>
/// The threads that rooms run on. A room holds one while its transcript is brought to the disk; the rest of the node, for example its
/// heartbeats, has others and does not wait.
/// </summary>
internal static class RoomThreads
{
    /// <summary>The name of the dispatcher.</summary>
    public const string Dispatcher = "akka.actor.room-dispatcher";

    private const int Most = 32;

    /// <summary>The settings of a node with so many rooms.</summary>
    public static Config AddTo(Config settings, int rooms) => ConfigurationFactory.ParseString($$"""
        {{Dispatcher}} {
          type = ForkJoinDispatcher
          executor = fork-join-executor
          dedicated-thread-pool { thread-count = {{Math.Min(rooms, Most)}}, threadtype = background }
        }
        """).WithFallback(settings);
}
