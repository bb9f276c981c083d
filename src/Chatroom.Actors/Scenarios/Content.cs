namespace Chatroom.Actors;

/// <summary>Everybody that may take part, and everything that may be suggested: what a bot node needs of a file.</summary>
internal sealed record Content(ValueList<Persona> Personas, Catalogue Catalogue)
{
    /// <summary>The personas and the catalogue of a file, which may be a scenario.</summary>
    public static Result<Content> Load(string path) => HoconFile.Read(path, ReadFromScenario, text => ScenarioReader.WhatElse(path, text));

    /// <summary>The personas and the catalogue of a file of this content.</summary>
    public static Result<Content> Load(string path, ReadOnlySpan<byte> content) =>
        HoconFile.Read(content, path, ReadFromScenario, text => ScenarioReader.WhatElse(path, text));

    /// <summary>The content that comes with the program.</summary>
    public static Result<Content> LoadDefault() => HoconFile.Parse(
        "include \"personas.conf\"\ninclude \"suggestions.conf\"", "personas.conf and suggestions.conf", HoconFile.ProgramFolder, Read);

    /// <summary>This content with the given personas in place of those of the same name.</summary>
    public Content With(ValueList<Persona> personas) =>
        this with { Personas = [.. Personas.Where(mine => personas.All(theirs => !BotNames.AreSame(theirs.Name, mine.Name))), .. personas] };

    public Persona? Find(string name) => Personas.FirstOrDefault(persona => BotNames.AreSame(persona.Name, name));

    internal static Content Read(HoconSection file)
    {
        var personas = file.Section("personas");
        var catalogue = file.Section("catalogue");
        foreach (var alike in NameRules.Mistakes([.. personas.Keys]))
        {
            file.Error("personas", alike);
        }
        return new Content(personas.Keys.Select(name => ReadPersona(name, personas.Section(name))).ToValueList(), ReadCatalogue(catalogue));
    }

    private static Content ReadFromScenario(HoconSection file)
    {
        foreach (var key in ScenarioReader.OwnKeys)
        {
            file.Skip(key);
        }
        return Read(file);
    }

    private static Persona ReadPersona(string name, HoconSection section)
    {
        if (NameRules.Mistake(name) is { } mistake)
        {
            section.Error($"this name {mistake}");
        }
        var stances = section.Section("stances");
        var persona = new Persona(name, section.OptionalText("character") ?? "", section.Text("interest"),
            Enum.GetValues<Stance>().Select(stance => ReadStance(stance, stances.Section(EnumWords.Of(stance)))).ToValueList())
        {
            Think = ReadThink(section.Section("think")),
        };
        stances.NoMore();
        section.NoMore();
        if (!section.IsIncomplete && (persona.Stances.Sum(stance => stance.AtInterest) == 0 || persona.Stances.Sum(stance => stance.Otherwise) == 0))
        {
            section.Error("stances", "at least one must have at-interest over 0, and one otherwise over 0");
        }
        return persona;
    }

    private static ThinkTimes ReadThink(HoconSection section)
    {
        var min = section.Duration("min", TimeSpan.Zero);
        var max = section.Duration("max", min);
        section.NoMore();
        if (max < min)
        {
            section.Error("max", "must not be less than min");
        }
        return new ThinkTimes(min, max);
    }

    private static StanceReplies ReadStance(Stance stance, HoconSection section)
    {
        var replies = new StanceReplies(stance, section.Int("at-interest", 0, 0, 1000), section.Int("otherwise", 0, 0, 1000), section.Texts("replies"));
        section.NoMore();
        CheckPlaceholders(section, "replies", replies.Replies, Placeholders.OfReplies);
        if (!section.IsIncomplete && replies.AtInterest + replies.Otherwise > 0 && replies.Replies.Count == 0)
        {
            section.Error("replies", "is missing: a stance that may be taken needs words");
        }
        return replies;
    }

    private static Catalogue ReadCatalogue(HoconSection section)
    {
        var catalogue = new Catalogue(
            section.Objects("actions", action => new CatalogueAction(action.Text("category"), action.Text("action"), action.Texts("subjects"))),
            section.Texts("questions"));
        section.NoMore();
        CheckPlaceholders(section, "questions", catalogue.Questions, Placeholders.OfQuestions);
        return catalogue;
    }

    private static void CheckPlaceholders(HoconSection section, string key, ValueList<string> texts, ValueList<string> known)
    {
        foreach (var unknown in texts.Select(text => Placeholders.UnknownIn(text, known)).OfType<string>())
        {
            section.Error(key, $"{unknown} stands for nothing; known are {string.Join(", ", known)}");
        }
    }
}
