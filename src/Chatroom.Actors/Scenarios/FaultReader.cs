using Chatroom.Actors.Hocon;

namespace Chatroom.Actors;

/// <summary>Reads the faults of a scenario: each is an object with one word for what goes wrong, and when.</summary>
internal static class FaultReader
{
    /// <summary>What faults call the seed node.</summary>
    public const string SeedNode = "seed";

    private const int MostSlow = 1_000_000;

    private static readonly Kind[] Kinds =
    [
        new("cut", (section, at, roster) => Between(section, "cut", roster) is var (from, to) ? new Fault.Cut(at, BotOf(from, to)) : null),
        new("block", (section, at, roster) => Between(section, "block", roster) is var (from, to)
            ? new Fault.Block(at, BotOf(from, to), For(section), from == SeedNode ? FaultWay.ToBot : FaultWay.FromBot) : null),
        new("partition", (section, at, roster) => Between(section, "partition", roster) is var (from, to) ? new Fault.Block(at, BotOf(from, to), For(section), FaultWay.Both) : null),
        new("slow", (section, at, roster) => Between(section, "slow", roster) is var (from, to)
            ? new Fault.Slow(at, BotOf(from, to), For(section), section.Int("factor", 100, 1, MostSlow)) : null),
        new("refuse", (section, at, roster) => ReadRefuse(section, at, roster)),
        new("kill", ReadKill),
        new("pause", (section, at, roster) => new Fault.Pause(at, Node(section, "pause", roster), For(section))),
    ];

    private static readonly ValueList<string> Details = ["at", "for", "factor", "restart-after", "ending"];

    /// <summary>Reads a fault.</summary>
    /// <param name="section">The fault.</param>
    /// <param name="roster">The names on the roster; null when it could not be read.</param>
    public static Fault? Read(HoconSection section, ValueList<string>? roster)
    {
        var kinds = Kinds.Where(kind => section.Has(kind.Word)).ToList();
        if (kinds is not [var kind])
        {
            var unknown = section.Keys.FirstOrDefault(word => !Array.Exists(Kinds, known => known.Word == word) && !Details.Contains(word));
            section.Error($"{(unknown is null ? "" : $"{Quoting.Key(unknown)} is not known here; ")}a fault has exactly one of {string.Join(", ", Kinds.Select(known => known.Word))}");
            return null;
        }
        if (roster?.Contains(SeedNode) == true)
        {
            section.Error($"the roster has a bot {SeedNode}, and faults call the seed node so; give it another name");
        }
        if (!section.Has("at"))
        {
            section.Error("at", "is missing: when it begins, since the seed node started");
        }
        return kind.Read(section, section.Duration("at", TimeSpan.Zero), roster);
    }

    private static Fault.Kill ReadKill(HoconSection section, TimeSpan at, ValueList<string>? roster)
    {
        var bot = Node(section, "kill", roster);
        if (bot is null && !section.Has("restart-after"))
        {
            section.Error("restart-after", "is missing: a conversation does not go on without its seed node");
        }
        return new Fault.Kill(at, bot, section.OptionalDuration("restart-after"), section.OptionalWord<KillEnding>("ending") ?? KillEnding.Closed);
    }

    private static Fault.Refuse? ReadRefuse(HoconSection section, TimeSpan at, ValueList<string>? roster)
    {
        if (Between(section, "refuse", roster) is not var (from, to))
        {
            return null;
        }
        if (from == SeedNode)
        {
            section.Error("refuse", $"must be [BOT, {SeedNode}]: the seed node opens no connections");
        }
        return new Fault.Refuse(at, BotOf(from, to), For(section));
    }

    private static TimeSpan For(HoconSection section)
    {
        if (!section.Has("for"))
        {
            section.Error("for", "is missing: how long it lasts");
        }
        return section.Duration("for", TimeSpan.Zero);
    }

    private static (string From, string To)? Between(HoconSection section, string kind, ValueList<string>? roster)
    {
        if (section.Texts(kind) is [var from, var to] && from == SeedNode != (to == SeedNode))
        {
            Check(section, kind, BotOf(from, to), roster);
            return (Known(from, roster), Known(to, roster));
        }
        if (!section.HasErrors(kind))
        {
            section.Error(kind, $"must name the seed node and a bot: [{SeedNode}, BOT] or [BOT, {SeedNode}]");
        }
        return null;
    }

    // Null for the seed node.
    private static string? Node(HoconSection section, string kind, ValueList<string>? roster)
    {
        var name = section.Text(kind);
        if (name == SeedNode)
        {
            return null;
        }
        Check(section, kind, name, roster);
        return Known(name, roster);
    }

    private static void Check(HoconSection section, string kind, string bot, ValueList<string>? roster)
    {
        if (bot.Length > 0 && roster is not null && BotNames.Find(roster, bot) is null)
        {
            section.Error(kind, $"{bot} is not on the roster, and the seed node is called {SeedNode}");
        }
    }

    private static string Known(string name, ValueList<string>? roster) => roster is not null && BotNames.Find(roster, name) is { } known ? known : name;

    private static string BotOf(string from, string to) => from == SeedNode ? to : from;

    /// <summary>The word of a kind, and the function that reads such a fault.</summary>
    private sealed record Kind(string Word, Func<HoconSection, TimeSpan, ValueList<string>?, Fault?> Read);
}
