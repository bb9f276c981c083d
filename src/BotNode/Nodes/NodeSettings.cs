using Akka.Configuration;
using Chatroom.Actors;

namespace BotNode.Nodes;

/// <summary>Reads the settings of a node's actor system, which come with the program and may be edited.</summary>
internal static class NodeSettings
{
    /// <summary>Where the settings of a seed node stand.</summary>
    public static readonly string SeedFile = Path.Combine(HoconFile.ProgramFolder, "seed.conf");

    /// <summary>Where the settings of a bot node stand.</summary>
    public static readonly string BotFile = Path.Combine(HoconFile.ProgramFolder, "bot.conf");

    private const string TrustedPaths = "akka.remote.trusted-selection-paths";

    /// <summary>The settings of a seed node.</summary>
    public static Loaded<Config> Seed() => Load(SeedFile);

    /// <summary>The settings of a bot node.</summary>
    public static Loaded<Config> Bot() => Load(BotFile);

    /// <summary>
    /// The settings of a seed node with these rooms: from outside one reaches them, and none that is not there; the actor above them
    /// says which there are. Without names they stay as they are.
    /// </summary>
    public static Config WithRooms(Config settings, IReadOnlyList<string> rooms)
    {
        if (rooms.Count == 0)
            return settings;
        var others = settings.GetStringList(TrustedPaths).Where(path => path != $"/user/{RoomPath.Of(null)}");
        var paths = rooms.Select(name => $"/user/{RoomPath.Of(name)}").Prepend($"/user/{RoomPath.Rooms}").Concat(others);
        return ConfigurationFactory.ParseString($"{TrustedPaths} = [{string.Join(", ", paths.Select(path => $"\"{path}\""))}]").WithFallback(settings);
    }

    private static Loaded<Config> Load(string file)
    {
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
