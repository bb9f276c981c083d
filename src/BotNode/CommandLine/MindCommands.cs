using Chatroom.Actors;

namespace BotNode.CommandLine;

/// <summary>Which programs think for which bots: the values of <c>--exec NAME=COMMAND</c>.</summary>
/// <param name="Commands">The command line of each name; that of <see cref="Others"/> is for all who have none.</param>
internal sealed record MindCommands(IReadOnlyDictionary<string, string> Commands)
{
    /// <summary>The name that stands for all others.</summary>
    public const string Others = "*";

    /// <summary>Nobody has a program.</summary>
    public static readonly MindCommands None = new(new Dictionary<string, string>());

    /// <summary>Reads the values.</summary>
    /// <param name="values">As given; each is good by <see cref="Mistake"/>.</param>
    public static MindCommands Of(string[]? values) =>
        values is null or [] ? None : new MindCommands(values.ToDictionary(NameIn, value => value[(value.IndexOf('=', StringComparison.Ordinal) + 1)..], StringComparer.Ordinal));

    /// <summary>What is wrong with the values, one line; null if nothing is.</summary>
    public static string? Mistake(IReadOnlyList<string> values) =>
        values.FirstOrDefault(value => value.Split('=', 2) is not [{ Length: > 0 }, var command] || string.IsNullOrWhiteSpace(command)) is { } bad
            ? $"--exec takes NAME=COMMAND, a bot and the command line of a program, or *=COMMAND, not {Quote.Of(bad)}."
            : values.GroupBy(NameIn, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { Key: var twice }
                ? $"--exec names {Quote.Of(twice)} twice."
                : null;

    /// <summary>The command line for a bot; null if its persona thinks.</summary>
    public string? Of(string name) => Commands.GetValueOrDefault(name) ?? Commands.GetValueOrDefault(Others);

    /// <summary>Who of a roster has a program.</summary>
    public IReadOnlyList<string> Among(IReadOnlyList<string> roster) => [.. roster.Where(name => Of(name) is not null)];

    /// <summary>What is wrong with the names in a scenario, one line; null if nothing is.</summary>
    /// <param name="roster">The names on its roster.</param>
    public string? Problem(IReadOnlyList<string> roster) => Commands.Keys.FirstOrDefault(name => name != Others && !roster.Contains(name)) is { } unknown
        ? $"--exec names {Quote.Of(unknown)}, who is not on the roster: {string.Join(", ", roster)}."
        : null;

    /// <summary>The options as a shell takes them, each behind a blank; nothing if nobody has a program.</summary>
    public string Words => string.Concat(Commands.Select(command => $" --exec {Quote.Word($"{command.Key}={command.Value}")}"));

    private static string NameIn(string value) => value.Split('=', 2)[0];
}
