using System.CommandLine;
using BotNode.CommandLine;
using Chatroom.Actors;

namespace BotNode.Verbs;

/// <summary>What `run` and `seed` are told about a conversation; what is null is left to the scenario.</summary>
/// <param name="Scenario">A scenario file, or the name of one in hocon/scenarios.</param>
/// <param name="Seed">Decides what the bots and the Host say.</param>
/// <param name="Rounds">How many suggestions there are.</param>
/// <param name="Order">Who comes first in the transcript.</param>
/// <param name="Transcript">Where the transcript is written; the file must be new or empty.</param>
internal sealed record ConversationOptions(string? Scenario, long? Seed, int? Rounds, SpeakingOrder? Order, string? Transcript)
{
    private const int MostRounds = 1000;

    private static readonly Argument<string?> ScenarioArgument =
        Values.Scenario("A scenario file, or the name of one in hocon/scenarios; without it: default.");

    private static readonly Option<long?> SeedOption = Values.Seed("--seed", "The same seed gives the same conversation.");

    private static readonly Option<int?> RoundsOption = Values.Number("--rounds", "How many suggestions the Host makes.", 1, MostRounds);

    private static readonly Option<SpeakingOrder?> OrderOption = Values.OneOf(
        "--order",
        "How what the bots do is ordered: as it arrives, or by the roster so that the same seed gives the same events in the same order.",
        ("arrival", SpeakingOrder.Arrival),
        ("roster", SpeakingOrder.Roster));

    private static readonly Option<string?> TranscriptOption = new("--transcript")
    {
        Description = "Write the transcript to this file, which must be new or empty.",
        HelpName = "FILE",
    };

    /// <summary>Adds the argument and the options to a verb.</summary>
    public static void AddTo(Command command)
    {
        command.Add(ScenarioArgument);
        command.Add(SeedOption);
        command.Add(RoundsOption);
        command.Add(OrderOption);
        command.Add(TranscriptOption);
    }

    /// <summary>Reads them from a command line without mistakes.</summary>
    public static ConversationOptions Of(ParseResult parsed) => new(
        parsed.GetValue(ScenarioArgument),
        parsed.GetValue(SeedOption),
        parsed.GetValue(RoundsOption),
        parsed.GetValue(OrderOption),
        parsed.GetValue(TranscriptOption));

    /// <summary>The scenario with what the command line says instead.</summary>
    public Scenario Apply(Scenario scenario) => scenario with
    {
        Seed = Seed ?? scenario.Seed,
        Room = scenario.Room with { Rounds = Rounds ?? scenario.Room.Rounds, Order = Order ?? scenario.Room.Order },
    };
}
