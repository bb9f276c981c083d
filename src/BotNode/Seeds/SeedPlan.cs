using System.Globalization;
using BotNode.CommandLine;
using BotNode.Nodes;
using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.Seeds;

/// <summary>The conversations that a seed node hosts: new ones, or one that goes on.</summary>
/// <param name="Scenario">The setup of each conversation.</param>
/// <param name="Rooms">The names of the rooms; none for a single room.</param>
/// <param name="Repeat">How many conversations each room has, one after the other; null for as many as there is time for.</param>
/// <param name="Transcript">The file that the transcript is written to, or the folder if there are several conversations; null if none is wanted.</param>
/// <param name="Past">What that file already holds; null for new conversations.</param>
internal sealed record SeedPlan(Scenario Scenario, ValueList<string> Rooms, int? Repeat, string? Transcript, IntactLines? Past)
{
    /// <summary>Reads the options and the settings, or says all that is wrong with them.</summary>
    public static Result<SeedPlan> Load(SeedOptions options, RoomsSettings settings)
    {
        // `run` is about one conversation, whatever the settings say.
        if (options.Driven)
            settings = RoomsSettings.One;
        var rooms = options.Rooms.Count > 0 ? options.Rooms : settings.Rooms;
        return options.Resume is { } file
            ? Resume(file, rooms, options.Conversation)
            : Begin(options.Conversation, rooms, options.Repeat is { } repeat ? repeat.Times : settings.Repeat);
    }

    /// <summary>Every room's name; null for a single room.</summary>
    public IReadOnlyList<string?> Names => Rooms.Count == 0 ? [null] : [.. Rooms];

    /// <summary>What the scenario says and a seed node does not heed, in one line; null if it heeds all.</summary>
    public string? Unheeded => (Scenario.Script.Count > 0, Scenario.Expect is { Lines: not null } or { FirstLines: not null } or { Verdicts: not null } or { Digest: not null }) switch
    {
        (false, false) => null,
        (true, false) => $"A seed node does not play the script of {Scenario.Name}; botnode run does.",
        (false, true) => $"Of what {Scenario.Name} expects, a seed node checks only the reason; botnode run checks all of it.",
        (true, true) => $"A seed node does not play the script of {Scenario.Name}, and of what it expects checks only the reason; botnode run does both.",
    };

    /// <summary>Why no transcripts can be written; null if they can, or if none are wanted.</summary>
    public string? TranscriptProblem => Past is not null ? null
        : IsOne ? TranscriptFile.Problem(Transcript)
        : TranscriptFile.FolderProblem(Transcript) ?? (Directory.Exists(Transcript) ? FirstFileProblem : null);

    /// <summary>The setup of a conversation; its room has the name by which bots join it.</summary>
    /// <param name="room">The room's name.</param>
    /// <param name="number">Which conversation of this room it is, from 1.</param>
    /// <param name="drawSeed">Draws its seed if none is given.</param>
    public Scenario ScenarioOf(string? room, int number, Func<long> drawSeed) => Scenario with
    {
        Seed = SeedOf(room, number, drawSeed),
        Room = room is null ? Scenario.Room : Scenario.Room with { Name = room },
    };

    /// <summary>Where the transcript of a conversation is written; null if none is wanted.</summary>
    public string? TranscriptOf(string? room, int number) => Transcript is null || IsOne || Past is not null ? Transcript : Path.Combine(
        Transcript, string.Create(CultureInfo.InvariantCulture, $"{room ?? ChatroomActor.Name}{(Repeat == 1 ? "" : $"-{number}")}.jsonl"));

    /// <summary>Creates the file of a transcript, or opens it at its end.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public LastingWriter? OpenTranscript(string? room, int number)
    {
        if (TranscriptOf(room, number) is not { } path)
            return null;
        if (Past is not null)
            return TranscriptFile.Resume(path, Past.Lines);
        if (!IsOne)
            Directory.CreateDirectory(Transcript!);
        return TranscriptFile.Create(path);
    }

    private string? FirstFileProblem =>
        Names.Select(room => TranscriptFile.Problem(TranscriptOf(room, 1))).FirstOrDefault(problem => problem is not null);

    private bool IsOne => Rooms.Count == 0 && Repeat == 1;

    // The given seed is that of the first conversation of a single room; all others draw their own from it.
    private long SeedOf(string? room, int number, Func<long> drawSeed) => Scenario.Seed switch
    {
        null => drawSeed(),
        { } given when Past is not null || (room is null && number == 1) => given,
        { } given => (long)(SplitMix64.For(given, "room", room ?? "", number.ToString(CultureInfo.InvariantCulture)).Next() >> 1),
    };

    private static Result<SeedPlan> Begin(ConversationOptions options, ValueList<string> rooms, int? repeat)
    {
        var loaded = options.Load();
        return loaded.IsGood
            ? Result<SeedPlan>.Good(new SeedPlan(loaded.Value, rooms, repeat, options.Transcript, null))
            : Result<SeedPlan>.Bad(loaded.Errors);
    }

    private static Result<SeedPlan> Resume(string file, ValueList<string> rooms, ConversationOptions options)
    {
        var past = TranscriptReader.ReadIntact(file);
        if (past.Fault == TranscriptFault.Changed)
            return Result<SeedPlan>.Bad($"{past.Problem}. Only a transcript that was cut at its end can be resumed.");
        if (past.Header is not { } header)
            return Result<SeedPlan>.Bad(past.Problem ?? "");
        if (past.OtherBytes is { } otherwise)
            return Result<SeedPlan>.Bad($"{otherwise}. Only a transcript that is as a seed node writes it can be resumed; mend that first.");
        if (past.End is { } end)
            return Result<SeedPlan>.Bad($"{file}: this conversation has ended ({EnumWords.Of(end.Reason)}), there is nothing to resume.");
        if (rooms.Count > 0 && !rooms.Contains(header.Room.Name))
            return Result<SeedPlan>.Bad($"{file} is of the room {header.Room.Name}, and that is none of {ChatText.Named(rooms)}.");
        var loaded = options.Content.Load(options.Scenario ?? (header.Scenario == ScenarioSource.Default ? null : header.Scenario));
        if (!loaded.IsGood)
            return Result<SeedPlan>.Bad([.. loaded.Errors, $"{file} was written by the scenario {Quote.Of(header.Scenario)}; say where it is: botnode seed SCENARIO --resume FILE"]);
        if (rooms.Count == 0 && header.Room.Name != loaded.Value.Room.Name)
            return Result<SeedPlan>.Bad($"{file} is of the room {header.Room.Name}, and bots look for it by that name: botnode seed --room {header.Room.Name} --resume FILE");
        var scenario = loaded.Value with { Seed = header.Seed, Room = header.Room };
        return ScenarioDigest.Of(scenario) == header.ScenarioDigest
            ? Result<SeedPlan>.Good(new SeedPlan(scenario, rooms.Count > 0 ? [header.Room.Name] : [], 1, file, past))
            : Result<SeedPlan>.Bad($"{file} was written by another scenario than {loaded.Value.Name} is now; say which: botnode seed SCENARIO --resume FILE");
    }
}
