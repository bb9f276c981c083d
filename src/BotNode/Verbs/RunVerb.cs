using System.CommandLine;
using BotNode.CommandLine;
using BotNode.Nodes;
using BotNode.Output;
using BotNode.Processes;
using BotNode.Running;

namespace BotNode.Verbs;

/// <summary>`run`: a whole conversation, each node a process of its own.</summary>
internal static class RunVerb
{
    /// <summary>The verb with its options.</summary>
    public static Verb Create(Terminal terminal, NodeProgram program)
    {
        var think = Values.Time("--think", "How long each bot thinks before it answers.");
        var tls = new Option<bool>("--tls") { Description = "Let the nodes speak TLS, with certificates made for this run alone." };
        var command = new Command("run", "Runs a conversation: a seed node and a bot node per roster entry, each a process of its own.");
        ConversationOptions.AddTo(command);
        command.Add(think);
        command.Add(tls);
        command.SetAction(async (parsed, _) =>
        {
            using var signals = new Signals(terminal.Out.Lost);
            return await RunAsync(
                ConversationOptions.Of(parsed), parsed.GetValue(think), parsed.GetValue(tls), terminal, program, TimeProvider.System, signals.Interrupted)
                .ConfigureAwait(false);
        });
        return new Verb(command, "botnode run", "botnode run original", "botnode run --rounds 3 --seed 7 --order roster --transcript talk.jsonl");
    }

    /// <summary>Runs the conversation to its end.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        ConversationOptions options,
        TimeSpan? think,
        bool secure,
        Terminal terminal,
        NodeProgram program,
        TimeProvider time,
        CancellationToken interrupted)
    {
        var scenario = ScenarioSource.Load(options.Scenario);
        if (!scenario.IsGood)
            return terminal.CouldNotRun(scenario.Errors);
        if (TranscriptFile.Problem(options.Transcript) is { } problem)
            return terminal.CouldNotRun(problem);
        var made = secure ? ThrowAwayCertificates.Create(time) : null;
        if (made is { IsGood: false })
            return terminal.CouldNotRun(made.Errors);
        using var certificates = made?.Value;
        var commands = new NodeCommandLines(options, think, certificates?.Options);
        using var conversation = new Conversation(options.Apply(scenario.Value), commands, program, terminal, time);
        return await conversation.RunAsync(interrupted).ConfigureAwait(false);
    }
}
