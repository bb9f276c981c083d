using System.Security.Cryptography;
using BotNode.CommandLine;
using BotNode.Nodes;
using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.Verbs;

/// <summary>The conversation that a seed node hosts: a new one, or one that goes on.</summary>
/// <param name="Scenario">The scenario, with its seed.</param>
/// <param name="Transcript">The file that the transcript is written to; null when none is wanted.</param>
/// <param name="Past">What is in that file already; null for a new conversation.</param>
internal sealed record SeedPlan(Scenario Scenario, string? Transcript, IntactLines? Past)
{
    /// <summary>What the options want, or all that is wrong with it.</summary>
    public static Loaded<SeedPlan> Load(SeedOptions options) =>
        options.Resume is { } file ? Resume(file, options.Conversation) : Begin(options.Conversation);

    /// <summary>Creates the file of the transcript, or opens it at its end.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public LastingWriter? OpenTranscript() =>
        Transcript is null ? null : Past is null ? TranscriptFile.Create(Transcript) : TranscriptFile.Resume(Transcript, Past.Lines);

    private static Loaded<SeedPlan> Begin(ConversationOptions options)
    {
        var loaded = options.Load();
        if (!loaded.IsGood)
            return Loaded<SeedPlan>.Bad(loaded.Errors);
        var scenario = loaded.Value;
        // Chance comes in here and nowhere else: whoever gives no seed gets one that can't be guessed.
        scenario = scenario with { Seed = scenario.Seed ?? RandomNumberGenerator.GetInt32(int.MaxValue) };
        return Loaded<SeedPlan>.Good(new SeedPlan(scenario, options.Transcript, null));
    }

    private static Loaded<SeedPlan> Resume(string file, ConversationOptions options)
    {
        var past = TranscriptReader.ReadIntact(file);
        if (past.Fault == TranscriptFault.Changed)
            return Loaded<SeedPlan>.Bad($"{past.Problem}. Only a transcript that was cut at its end can be resumed.");
        if (past.Header is not { } header)
            return Loaded<SeedPlan>.Bad(past.Problem ?? "");
        if (past.End is { } end)
            return Loaded<SeedPlan>.Bad($"{file}: this conversation has ended ({Words.Of(end.Reason)}), there is nothing to resume.");
        var loaded = options.Cast.Load(options.Scenario ?? (header.Scenario == ScenarioSource.Default ? null : header.Scenario));
        if (!loaded.IsGood)
            return Loaded<SeedPlan>.Bad([.. loaded.Errors, $"{file} was written by the scenario {Quote.Of(header.Scenario)}; say where it is: botnode seed SCENARIO --resume FILE"]);
        var scenario = loaded.Value with { Seed = header.Seed, Room = header.Room };
        return ScenarioDigest.Of(scenario) == header.ScenarioDigest
            ? Loaded<SeedPlan>.Good(new SeedPlan(scenario, file, past))
            : Loaded<SeedPlan>.Bad($"{file} was written by another scenario than {loaded.Value.Name} is now; say which: botnode seed SCENARIO --resume FILE");
    }
}
