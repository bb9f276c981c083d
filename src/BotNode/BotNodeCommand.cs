using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using BotNode.CommandLine;
using BotNode.Output;
using BotNode.Processes;
using BotNode.Verbs;
using Chatroom.Actors;

namespace BotNode;

/// <summary>The command line as a whole: its verbs, the default verb, and its mistakes.</summary>
internal static class BotNodeCommand
{
    private const string DefaultVerb = "run";
    private const int MostOfAMessage = 300;
    private const int MostOfAnOption = 40;

    private static readonly string[] NotForTheDefaultVerb = ["--help", "-h", "-?", "--version"];

    /// <summary>Runs the verb that the arguments name, or `run` when they name none.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal, NodeProgram program)
    {
        var root = Create(terminal, program);
        if (NeitherVerbNorScenario(root, arguments) is { } problem)
            return terminal.CouldNotRun(problem);
        var parsed = root.Parse(WithVerb(root, arguments), new ParserConfiguration { ResponseFileTokenReplacer = null }); // @ may begin a name.
        if ((UnknownOption(parsed) ?? (parsed.Errors is [var first, ..] ? first.Message : null)) is { } mistake)
        {
            var verb = parsed.CommandResult.Command is RootCommand ? "" : $" {parsed.CommandResult.Command.Name}";
            return terminal.CouldNotRun($"{FirstLine(mistake)} See: botnode{verb} --help");
        }

        var exitCode = await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null, // The verbs end in order by themselves: see Signals.
        }).ConfigureAwait(false);
        return terminal.ExitCodeOf(exitCode);
    }

    /// <summary>All verbs with their options.</summary>
    internal static RootCommand Create(Terminal terminal, NodeProgram program)
    {
        Verb[] verbs =
        [
            RunVerb.Create(terminal, program),
            SeedVerb.Create(terminal),
            BotVerb.Create(terminal),
            ReplayVerb.Create(terminal),
            SimVerb.Create(terminal),
            ShowVerb.Create(terminal),
            VerifyVerb.Create(terminal),
            CheckVerb.Create(terminal),
            NewVerb.Create(terminal),
        ];
        var root = new RootCommand("A chat room for bots on the Akka.NET actor model. Without a verb: run; its options: botnode run --help");
        foreach (var verb in verbs)
            root.Add(verb.Command);

        var examples = verbs.ToDictionary(verb => verb.Command, verb => verb.Examples);
        examples[root] = ["botnode", "botnode run original", "botnode VERB --help"];
        foreach (var option in root.Options.OfType<HelpOption>())
            option.Action = new ExampleHelp((HelpAction)option.Action!, examples);
        return root;
    }

    private static string[] WithVerb(RootCommand root, string[] arguments) =>
        arguments.Length > 0
            && (NotForTheDefaultVerb.Contains(arguments[0])
                || arguments[0].StartsWith('[')
                || root.Subcommands.Any(verb => verb.Name == arguments[0]))
            ? arguments
            : [DefaultVerb, .. arguments];

    // On the command line, a mistyped verb is the name of a scenario; but the user may have meant something else.
    private static string? NeitherVerbNorScenario(RootCommand root, string[] arguments) =>
        arguments is [var word, ..]
            && WithVerb(root, arguments) != arguments
            && !word.StartsWith('-')
            && !Directory.Exists(word)
            && !ScenarioSource.Find(word).IsGood
            ? $"{Quote.Of(word)} is neither a verb ({string.Join(", ", root.Subcommands.Select(verb => verb.Name))}) nor a scenario ({ScenarioSource.Names}) nor a file. See: botnode --help"
            : null;

    // An unknown option is taken for a file or a scenario; then the word after it is reported as one too many, though it is right.
    private static string? UnknownOption(ParseResult parsed)
    {
        if (parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash))
            return null;
        var words = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(result => result.Tokens).Select(token => token.Value);
        return words.Concat(parsed.UnmatchedTokens).FirstOrDefault(word => word is ['-', _, ..]) is { } option
            ? $"There is no option {Quote.Cut(option.Split('=')[0], MostOfAnOption)}."
            : null;
    }

    private static string FirstLine(string message) => Quote.Cut(message.Trim().Split('\n')[0].TrimEnd(), MostOfAMessage);
}
