using System.CommandLine;
using Chatroom.Actors;

namespace BotNode.CommandLine;

/// <summary>The user's own personas and suggestions.</summary>
/// <param name="Personas">A file with personas that override those of the scenario. Null for none.</param>
/// <param name="Suggestions">A file with a catalogue that replaces that of the scenario. Null for none.</param>
internal sealed record ContentOptions(string? Personas, string? Suggestions)
{
    private static readonly Option<string?> PersonasOption = Values.FilePath(
        "--personas", "Take personas from this file; without a SCENARIO, all in it take part.");

    private static readonly Option<string?> SuggestionsOption = Values.FilePath(
        "--suggestions", "Let the Host suggest what is in this file.");

    /// <summary>Adds the options to a verb.</summary>
    public static void AddTo(Command command)
    {
        command.Add(PersonasOption);
        command.Add(SuggestionsOption);
    }

    /// <summary>Reads them from a command line without mistakes.</summary>
    public static ContentOptions Of(ParseResult parsed) => new(parsed.GetValue(PersonasOption), parsed.GetValue(SuggestionsOption));

    /// <summary>A scenario with these files in it, or all that is wrong with any of them.</summary>
    /// <param name="pathOrName">The scenario; null for the default one, in which all personas of the file then take part.</param>
    public Result<Scenario> Load(string? pathOrName)
    {
        var (file, own) = (ScenarioSource.Find(pathOrName), Own());
        if (!file.IsGood || !own.IsGood)
            return Result<Scenario>.Bad([.. file.Errors, .. own.Errors]);
        var loaded = ScenarioReader.Load(file.Value, content => Replaced(content, own.Value));
        if (loaded.Value is not { } scenario)
            return loaded;
        if (Personas is not null && pathOrName is null)
            scenario = scenario with { Roster = own.Value.Personas };
        if (Suggestions is not null && scenario.Room.Next == SuggestionSource.Script)
            scenario = scenario with { Room = scenario.Room with { Next = SuggestionSource.Catalogue } };
        return Result<Scenario>.Good(scenario);
    }

    /// <summary>The content of a scenario with these files in it, or all that is wrong with any of them.</summary>
    /// <param name="pathOrName">The scenario; null for the personas and suggestions that come with the program.</param>
    public Result<Content> LoadContent(string? pathOrName)
    {
        var file = pathOrName is null ? null : ScenarioSource.Find(pathOrName);
        var (content, own) = (file switch
        {
            null => Content.LoadDefault(),
            { Value: { } path } => Content.Load(path),
            { Errors: var errors } => Result<Content>.Bad(errors),
        }, Own());
        return content.IsGood && own.IsGood ? Result<Content>.Good(Replaced(content.Value, own.Value)) : Result<Content>.Bad([.. content.Errors, .. own.Errors]);
    }

    private Content Replaced(Content content, Content own) => content.With(own.Personas) with { Catalogue = Suggestions is null ? content.Catalogue : own.Catalogue };

    /// <summary>The content of the files; nothing for a file that is not given.</summary>
    private Result<Content> Own()
    {
        var none = Result<Content>.Good(new Content([], Catalogue.Empty));
        var personas = Personas is null ? none : Read(
            Personas, content => content.Personas.Count is > 0 and <= WireEvents.MaxRoster, $"holds no personas, or more than {WireEvents.MaxRoster}; --personas takes a file like hocon/personas.conf");
        var suggestions = Suggestions is null ? none : Read(
            Suggestions, content => content.Catalogue is { Actions.Count: > 0, Questions.Count: > 0 }, "holds no actions, or no questions; --suggestions takes a file like hocon/suggestions.conf");
        return personas.IsGood && suggestions.IsGood
            ? Result<Content>.Good(personas.Value with { Catalogue = suggestions.Value.Catalogue })
            : Result<Content>.Bad([.. personas.Errors, .. suggestions.Errors]);
    }

    private static Result<Content> Read(string file, Predicate<Content> isGood, string otherwise)
    {
        if (Directory.Exists(file))
            return Result<Content>.Bad($"{file} is a folder; name a file in it.");
        try
        {
            return Read(file, FileBytes.Read(file, HoconFile.MostBytes), isGood, otherwise);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Result<Content>.Bad($"{file}: {Unreadable.Why(file, error)}");
        }
    }

    private static Result<Content> Read(string file, byte[] bytes, Predicate<Content> isGood, string otherwise)
    {
        var content = Content.Load(file, bytes);
        if (content.Value is not { } value)
            return content;
        if (!isGood(value))
            return Result<Content>.Bad($"{file}: {otherwise}");
        // A scenario will do. Its room and roster are not needed here, but its author wants to know what is wrong with them.
        return ScenarioReader.Problems(file, bytes) is { Count: > 0 } problems ? Result<Content>.Bad(problems) : content;
    }
}
