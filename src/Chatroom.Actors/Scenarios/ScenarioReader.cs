using System.Text;

namespace Chatroom.Actors;

/// <summary>Reads scenarios: docs/scenarios.md.</summary>
internal static class ScenarioReader
{
    /// <summary>The top-level keys of a scenario that a file of content does not have.</summary>
    public static readonly ValueList<string> OwnKeys = ["room", "seed", "roster", "suggestions", "script", "faults", "expect"];

    /// <summary>The file of a scenario given as a path, or by the bare name of one that comes with the program; null if there is none.</summary>
    public static string? Find(string pathOrName)
    {
        string[] places = [pathOrName, Path.Combine(HoconFile.ProgramFolder, "scenarios", pathOrName + ".conf")];
        return Array.Find(places, File.Exists);
    }

    /// <summary>The scenario of a file, or all that is wrong with it.</summary>
    public static Result<Scenario> Load(string path) => Load(path, content => content);

    /// <summary>The scenario of a file, with other content than the file has; or all that is wrong with it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="replace">Gets the file's own content, and gives the one to use instead.</param>
    public static Result<Scenario> Load(string path, Func<Content, Content> replace) =>
        HoconFile.Read(path, file => Read(file, Path.GetFileNameWithoutExtension(path), replace), file => WhatElse(path, file));

    /// <summary>The scenario whose file has this content, or all that is wrong with it.</summary>
    public static Result<Scenario> Load(string path, ReadOnlySpan<byte> content) => HoconFile.Read(
        content, path, file => Read(file, Path.GetFileNameWithoutExtension(path), content => content), file => WhatElse(path, file));

    /// <summary>The scenario of a text; includes are looked for in <paramref name="folder"/>.</summary>
    public static Result<Scenario> Parse(string text, string name, string folder) =>
        HoconFile.Parse(text, name, folder, file => Read(file, name, content => content));

    /// <summary>All that is wrong with a scenario; or with a file that holds only personas or a catalogue.</summary>
    public static ValueList<string> Problems(string path) => HoconFile.Read(path, file => ReadAny(path, file), file => WhatElse(path, file)).Errors;

    /// <summary>All that is wrong with a file of this content, as <see cref="Problems(string)"/> says it.</summary>
    public static ValueList<string> Problems(string path, ReadOnlySpan<byte> content) =>
        HoconFile.Read(content, path, file => ReadAny(path, file), file => WhatElse(path, file)).Errors;

    /// <summary>What a file really is if it is no scenario; null if it may be one.</summary>
    public static string? WhatElse(string path, string text) =>
        TranscriptReader.Begins(text) ? $"is a transcript, not a scenario; to play it again: botnode replay {path}" : null;

    private static object ReadAny(string path, HoconSection file) =>
        OwnKeys.Any(file.Has) ? Read(file, Path.GetFileNameWithoutExtension(path), content => content) : ReadContent(file);

    private static Content ReadContent(HoconSection file)
    {
        var content = Content.Read(file);
        if (file.Has("personas") && content.Personas.Count == 0 && !file.HasErrors("personas"))
        {
            file.Error("personas", "holds no personas");
        }
        return content;
    }

    private static Scenario Read(HoconSection file, string name, Func<Content, Content> replace)
    {
        var content = replace(Content.Read(file));
        var names = file.Texts("roster");
        var known = file.HasErrors("roster") || IsLeftOut(file, "roster") ? null : names;
        var script = file.Objects("script", section => ScriptReader.Read(section, known));
        var scenario = new Scenario(name, ReadRoster(file, names, script, content), content.Catalogue)
        {
            Room = ReadRoom(file.Section("room")),
            Seed = file.OptionalLong("seed"),
            Suggestions = file.Objects("suggestions", section => ReadSuggestion(section, content.Catalogue)),
            Script = script,
            Faults = file.Has("faults") ? file.Objects("faults", section => FaultReader.Read(section, known)) : null,
            Expect = file.Has("expect") && !file.IsNull("expect") ? ExpectationReader.Read(file.Section("expect"), known) : null,
        };
        CheckSuggestions(file, scenario);
        return scenario;
    }

    private static RoomSettings ReadRoom(HoconSection section)
    {
        var otherwise = new RoomSettings();
        var room = new RoomSettings
        {
            Name = section.OptionalText("name", ChatText.MaxName) ?? otherwise.Name,
            Rounds = section.Int("rounds", otherwise.Rounds, 1, 1000),
            Order = section.OptionalWord<SpeakingOrder>("order") ?? otherwise.Order,
            Next = section.OptionalWord<SuggestionSource>("next") ?? otherwise.Next,
            JoinTimeout = section.Duration("join-timeout", otherwise.JoinTimeout),
            ReplyTimeout = section.Duration("reply-timeout", otherwise.ReplyTimeout),
            ClosingTimeout = section.Duration("closing-timeout", otherwise.ClosingTimeout),
            Quorum = section.IntOr("quorum", "all", 1, WireEvents.MaxRoster),
            StopText = section.TextOr("stop-text", "none"),
            StopAfter = section.DurationOr("stop-after", "never"),
            StopBelow = section.Int("stop-below", otherwise.StopBelow, 1, WireEvents.MaxRoster),
        };
        section.NoMore();
        return room;
    }

    private static ValueList<Persona> ReadRoster(HoconSection file, ValueList<string> names, ValueList<ScriptStep> script, Content content)
    {
        if (file.HasErrors("roster"))
        {
            return [];
        }
        foreach (var twice in names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            file.Error("roster", $"names {twice.Key} {(twice.Count() == 2 ? "twice" : $"{twice.Count()} times")}");
        }
        if (names.Count is 0 or > WireEvents.MaxRoster && !IsLeftOut(file, "roster"))
        {
            file.Error("roster", $"must name from 1 to {WireEvents.MaxRoster} bots");
        }
        if (names.Sum(Encoding.UTF8.GetByteCount) > WireEvents.MaxRosterBytes)
        {
            file.Error("roster", $"is too long: its names may have {WireEvents.MaxRosterBytes} bytes together");
        }
        foreach (var name in names)
        {
            if (NameRules.Mistake(name) is { } mistake)
            {
                file.Error("roster", $"{name} {mistake}");
            }
        }
        foreach (var alike in NameRules.Mistakes(names))
        {
            file.Error("roster", alike);
        }
        var roles = new ScriptRoles(script);
        var strangers = names.Where(name => content.Find(name) is null && roles.NeedsPersona(name)).ToList();
        if (file.IsIncomplete)
        {
            return []; // They may be among the personas that were left out.
        }
        if (strangers.Count > 0 && content.Personas.Count == 0)
        {
            file.Error("personas", "no personas are known: include personas.conf");
            return [];
        }
        foreach (var stranger in strangers)
        {
            file.Error("roster", $"{stranger} has no persona; known are {string.Join(", ", content.Personas.Select(persona => persona.Name))} (is personas.conf included?)");
        }
        return names.Select(name => content.Find(name) is { } persona ? persona with { Name = name } : Persona.WithoutWords(name)).ToValueList();
    }

    private static Suggestion ReadSuggestion(HoconSection section, Catalogue catalogue)
    {
        var (category, action, subject) = (section.Text("category"), section.Text("action"), section.OptionalText("subject"));
        var text = section.OptionalText("text");
        return text is not null
            ? new Suggestion(category, action, subject, text)
            : Placeholders.Ask(new Suggestion(category, action, subject, ""), catalogue.Questions.Count > 0 ? catalogue.Questions[0] : "{what}?");
    }

    // With an include.
    private static bool IsLeftOut(HoconSection file, string key) => file.IsIncomplete && !file.Has(key);

    private static void CheckSuggestions(HoconSection file, Scenario scenario)
    {
        if (file.IsIncomplete)
        {
            return;
        }
        if (scenario.Room.Next == SuggestionSource.Script && scenario.Suggestions.Count == 0 && !file.HasErrors("suggestions"))
        {
            file.Error("suggestions", "must hold at least one when room.next = script");
        }
        if (scenario.Room.Next != SuggestionSource.Script && !file.HasErrors("catalogue") && (scenario.Catalogue.Actions.Count == 0 || scenario.Catalogue.Questions.Count == 0))
        {
            file.Error("catalogue", "must hold actions and questions unless room.next = script (is suggestions.conf included?)");
        }
    }
}
