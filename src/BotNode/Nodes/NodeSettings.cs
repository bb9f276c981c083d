using Akka.Configuration;
using Chatroom.Actors;
using Chatroom.Actors.Hocon;

namespace BotNode.Nodes;

/// <summary>Reads the settings of a node, which come with the program and may be edited.</summary>
/// <remarks>
/// Akka gets what our reader has made of a file: Akka's own never comes to the end of some texts, and knows no lines and no includes.
/// </remarks>
internal static class NodeSettings
{
    private const string Akka = "akka";
    private const string TrustedPaths = "akka.remote.trusted-selection-paths";
    private const string GuardPaths = "akka.remote.guard.paths";

    /// <summary>The file of a seed node's settings.</summary>
    public static string SeedFile => Path.Combine(HoconFile.ProgramFolder, "seed.conf");

    /// <summary>The file of a bot node's settings.</summary>
    public static string BotFile => Path.Combine(HoconFile.ProgramFolder, "bot.conf");

    /// <summary>The settings of a seed node, or all that is wrong with them.</summary>
    public static Loaded<SeedSettings> Seed() => HoconFile.Read(SeedFile, ReadSeed);

    /// <summary>The settings of a bot node's actor system, or all that is wrong with them.</summary>
    public static Loaded<Config> Bot() => HoconFile.Read(BotFile, ReadAkka);

    /// <summary>The settings of a seed node from the text of a file.</summary>
    public static Loaded<SeedSettings> ParseSeed(string text) => HoconFile.Parse(text, "seed.conf", HoconFile.ProgramFolder, ReadSeed);

    /// <summary>The settings of a bot node's actor system from the text of a file.</summary>
    public static Loaded<Config> ParseBot(string text) => HoconFile.Parse(text, "bot.conf", HoconFile.ProgramFolder, ReadAkka);

    /// <summary>
    /// The settings of a seed node with these rooms: from outside one reaches them, and none that is not there; the actor above them
    /// says which there are. Without names they stay as they are.
    /// </summary>
    public static Config WithRooms(Config settings, IReadOnlyList<string> rooms)
    {
        if (rooms.Count == 0)
            return settings;
        var paths = rooms.Select(name => $"/user/{RoomPath.Of(name)}").Prepend($"/user/{RoomPath.Rooms}").ToList();
        var lists = new[] { TrustedPaths, GuardPaths }.Select(key =>
        {
            var others = settings.GetStringList(key, []).Where(path => path != $"/user/{RoomPath.Of(null)}");
            return $"{key} = [{string.Join(", ", paths.Concat(others).Select(Quoting.Quote))}]";
        });
        return ConfigurationFactory.ParseString(string.Join('\n', lists)).WithFallback(settings);
    }

    private static SeedSettings ReadSeed(HoconSection file) => new(ReadAkka(file), RoomsSettings.Read(file));

    private static Config ReadAkka(HoconSection file)
    {
        var akka = file.Object(Akka);
        if (!file.HasErrors(Akka))
            AkkaChecks.Check(file.Section(Akka));
        return akka is null || file.HasErrors(Akka) ? Config.Empty : ConfigurationFactory.ParseString($"{Akka} {{\n{HoconPrinter.Print(akka)}\n}}\n");
    }
}
