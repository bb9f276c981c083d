using System.Text;
using Akka.Configuration;
using Chatroom.Actors;
using Chatroom.Actors.Hocon;

namespace BotNode.Nodes;

/// <summary>Reads the settings of a node, which come with the program and may be edited.</summary>
/// <remarks>
/// Akka gets the output of our reader: Akka's own reader never finishes some texts, and knows no lines and no includes.
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
    public static Result<SeedSettings> Seed() => HoconFile.Read(SeedFile, file => ReadSeed(file, IsOurs(SeedFile)));

    /// <summary>The settings of a bot node's actor system, or all that is wrong with them.</summary>
    public static Result<Config> Bot() => HoconFile.Read(BotFile, file => ReadAkka(file, IsOurs(BotFile)));

    /// <summary>All that is wrong with the settings of either kind of node, for a caller that starts both.</summary>
    /// <param name="hasCertificate">Whether they are given a certificate.</param>
    public static IReadOnlyList<string> Problems(bool hasCertificate)
    {
        var problems = new List<string>();
        if (!IsOurs(SeedFile))
            Add(SeedFile, Seed().Value?.Akka, Seed().Errors);
        if (!IsOurs(BotFile))
            Add(BotFile, Bot().Value, Bot().Errors);
        return problems;

        void Add(string file, Config? akka, IEnumerable<string> errors) => problems.AddRange(
            akka is not null && !hasCertificate && StartFailure.WantsCertificate(file, akka) is { } problem ? [problem] : errors);
    }

    /// <summary>The settings of a seed node from the text of a file.</summary>
    public static Result<SeedSettings> ParseSeed(string text) => HoconFile.Parse(text, "seed.conf", HoconFile.ProgramFolder, file => ReadSeed(file, isOurs: false));

    /// <summary>The settings of a bot node's actor system from the text of a file.</summary>
    public static Result<Config> ParseBot(string text) => HoconFile.Parse(text, "bot.conf", HoconFile.ProgramFolder, file => ReadAkka(file, isOurs: false));

    /// <summary>
    /// The settings of a seed node with these rooms: other nodes reach these rooms and no missing ones, and the actor above them
    /// says which there are. Without names the settings stay as they are.
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

    private static SeedSettings ReadSeed(HoconSection file, bool isOurs) => new(ReadAkka(file, isOurs), RoomsSettings.Read(file));

    private static Config ReadAkka(HoconSection file, bool isOurs)
    {
        var akka = file.Object(Akka);
        if (!isOurs && !file.HasErrors(Akka))
            AkkaChecks.Check(file.Section(Akka), akka ?? new HoconObject([], new Source(Akka, "").At(0)));
        return akka is null || file.HasErrors(Akka) ? Config.Empty : ConfigurationFactory.ParseString($"{Akka} {{\n{HoconPrinter.Print(akka)}\n}}\n");
    }

    // A file that was not changed needs no checks, which would slow down each start: they read Akka's own settings.
    private static bool IsOurs(string file)
    {
        if (NodeConfig.TextOf(Path.GetFileName(file)) is not { } ours)
            return false;
        try
        {
            return File.ReadAllBytes(file).AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(ours));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false; // The next reader of the file says so.
        }
    }
}
