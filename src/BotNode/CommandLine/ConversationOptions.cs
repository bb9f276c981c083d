using System.CommandLine;
using System.CommandLine.Parsing;
using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.CommandLine;

/// <summary>What `run` and `seed` are told about a conversation; what is null is left to the scenario.</summary>
/// <param name="Scenario">A scenario file, or the name of one in hocon/scenarios.</param>
/// <param name="Seed">Decides what the bots and the Host say.</param>
/// <param name="Rounds">How many suggestions there are.</param>
/// <param name="Order">In which order the transcript has the bots.</param>
/// <param name="Transcript">Where the transcript is written; the file must be new or empty.</param>
/// <param name="Content">The user's own personas and suggestions.</param>
internal sealed record ConversationOptions(string? Scenario, long? Seed, int? Rounds, SpeakingOrder? Order, string? Transcript, ContentOptions Content)
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
        Description = "Write the transcript to this file, which must be new or empty. A seed node with several rooms, or with --repeat, takes a folder.",
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
        ContentOptions.AddTo(command);
    }

    /// <summary>Reads them from a command line without mistakes.</summary>
    public static ConversationOptions Of(ParseResult parsed) => new(
        parsed.GetValue(ScenarioArgument),
        parsed.GetValue(SeedOption),
        parsed.GetValue(RoundsOption),
        parsed.GetValue(OrderOption),
        parsed.GetValue(TranscriptOption),
        ContentOptions.Of(parsed));

    /// <summary>The scenario as given on the command line; null for none.</summary>
    public static string? ScenarioIn(CommandResult command) => command.GetResult(ScenarioArgument)?.Tokens is [var word] ? word.Value : null;

    /// <summary>The given options that say how a conversation begins, with commas between.</summary>
    public static string Given(CommandResult command) => string.Join(
        ", ", new Option[] { SeedOption, RoundsOption, OrderOption, TranscriptOption }.Where(option => command.GetResult(option) is not null).Select(option => option.Name));

    /// <summary>The scenario with the changes of the command line, or all that is wrong with its files.</summary>
    public Result<Scenario> Load()
    {
        var scenario = Content.Load(Scenario);
        return scenario.IsGood ? Result<Scenario>.Good(Apply(scenario.Value)) : scenario;
    }

    /// <summary>Why several nodes can't read the files, in one line; null if they can.</summary>
    public string? NotForSeveralNodes =>
        new[] { Scenario, Content.Personas, Content.Suggestions }.OfType<string>().FirstOrDefault(file => File.Exists(file) && IsEmpty(file)) is { } pipe
            ? $"{pipe} is empty, or a pipe. Each node of run reads the file by itself; save it first."
            : null;

    private static bool IsEmpty(string file)
    {
        try
        {
            return FileLength.Of(file) == 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false; // Who reads it says so.
        }
    }

    private Scenario Apply(Scenario scenario) => scenario with
    {
        Seed = Seed ?? scenario.Seed,
        Room = scenario.Room with { Rounds = Rounds ?? scenario.Room.Rounds, Order = Order ?? scenario.Room.Order },
    };
}
