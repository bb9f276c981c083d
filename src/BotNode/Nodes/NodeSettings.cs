using Akka.Configuration;
using Chatroom.Actors;

namespace BotNode.Nodes;

/// <summary>Reads the settings of a node's actor system, which come with the program and may be edited.</summary>
internal static class NodeSettings
{
    /// <summary>The settings of a seed node.</summary>
    public static Loaded<Config> Seed() => Load("seed.conf");

    /// <summary>The settings of a bot node.</summary>
    public static Loaded<Config> Bot() => Load("bot.conf");

    private static Loaded<Config> Load(string name)
    {
        var file = Path.Combine(HoconFile.ProgramFolder, name);
        try
        {
            return Loaded<Config>.Good(ConfigurationFactory.ParseString(File.ReadAllText(file)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ConfigurationException)
        {
            return Loaded<Config>.Bad($"{file}: {error.Message}");
        }
    }
}
