using System.CommandLine;
using BotNode.CommandLine;
using Chatroom.Actors;

namespace BotNode.Verbs;

/// <summary>The user's own personas and suggestions.</summary>
/// <param name="Personas">A file with personas; they go before those of the scenario. Null for none.</param>
/// <param name="Suggestions">A file with a catalogue, in place of that of the scenario. Null for none.</param>
internal sealed record CastFiles(string? Personas, string? Suggestions)
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
    public static CastFiles Of(ParseResult parsed) => new(parsed.GetValue(PersonasOption), parsed.GetValue(SuggestionsOption));

    /// <summary>A scenario with these files in it, or all that is wrong with any of them.</summary>
    /// <param name="pathOrName">The scenario; null for the default one, in which then all personas of the file take part.</param>
    public Loaded<Scenario> Load(string? pathOrName)
    {
        var (file, own) = (ScenarioSource.Find(pathOrName), Own());
        if (!file.IsGood || !own.IsGood)
            return Loaded<Scenario>.Bad([.. file.Errors, .. own.Errors]);
        var loaded = ScenarioFile.Load(file.Value, cast => Recast(cast, own.Value));
        if (loaded.Value is not { } scenario)
            return loaded;
        if (Personas is not null && pathOrName is null)
            scenario = scenario with { Roster = own.Value.Personas };
        if (Suggestions is not null && scenario.Room.Next == SuggestionSource.Script)
            scenario = scenario with { Room = scenario.Room with { Next = SuggestionSource.Catalogue } };
        return Loaded<Scenario>.Good(scenario);
    }

    /// <summary>The cast of a scenario with these files in it, or all that is wrong with any of them.</summary>
    /// <param name="pathOrName">The scenario; null for the personas and suggestions that come with the program.</param>
    public Loaded<Cast> LoadCast(string? pathOrName)
    {
        var file = pathOrName is null ? null : ScenarioSource.Find(pathOrName);
        var (cast, own) = (file switch
        {
            null => Cast.LoadDefault(),
            { Value: { } path } => Cast.Load(path),
            { Errors: var errors } => Loaded<Cast>.Bad(errors),
        }, Own());
        return cast.IsGood && own.IsGood ? Loaded<Cast>.Good(Recast(cast.Value, own.Value)) : Loaded<Cast>.Bad([.. cast.Errors, .. own.Errors]);
    }

    private Cast Recast(Cast cast, Cast own) => cast.With(own.Personas) with { Catalogue = Suggestions is null ? cast.Catalogue : own.Catalogue };

    /// <summary>What is in the files; nothing where there is none.</summary>
    private Loaded<Cast> Own()
    {
        var none = Loaded<Cast>.Good(new Cast([], new Catalogue([], [])));
        var personas = Personas is null ? none : Read(
            Personas, cast => cast.Personas.Count is > 0 and <= WireEvents.MaxRoster, $"holds no personas, or more than {WireEvents.MaxRoster}; --personas takes a file like hocon/personas.conf");
        var suggestions = Suggestions is null ? none : Read(
            Suggestions, cast => cast.Catalogue is { Actions.Count: > 0, Questions.Count: > 0 }, "holds no actions, or no questions; --suggestions takes a file like hocon/suggestions.conf");
        return personas.IsGood && suggestions.IsGood
            ? Loaded<Cast>.Good(personas.Value with { Catalogue = suggestions.Value.Catalogue })
            : Loaded<Cast>.Bad([.. personas.Errors, .. suggestions.Errors]);
    }

    private static Loaded<Cast> Read(string file, Predicate<Cast> isGood, string otherwise)
    {
        if (Directory.Exists(file))
            return Loaded<Cast>.Bad($"{file} is a folder; name a file in it.");
        var cast = Cast.Load(file);
        if (cast.Value is not { } value)
            return cast;
        if (!isGood(value))
            return Loaded<Cast>.Bad($"{file}: {otherwise}");
        // A scenario will do. Nobody asks for its room and its roster here, but whoever wrote them wants to know what is wrong with them.
        return ScenarioFile.Problems(file) is { Count: > 0 } problems ? Loaded<Cast>.Bad(problems) : cast;
    }
}
