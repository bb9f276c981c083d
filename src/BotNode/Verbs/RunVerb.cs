using System.CommandLine;
using System.ComponentModel;
using BotNode.CommandLine;
using BotNode.Nodes;
using BotNode.Output;
using BotNode.Processes;
using BotNode.Running;
using BotNode.Seeds;
using Chatroom.Actors;

namespace BotNode.Verbs;

/// <summary>`run`: a whole conversation, each node a process of its own.</summary>
internal static class RunVerb
{
    /// <summary>The verb with its options.</summary>
    public static Verb Create(Terminal terminal, NodeProgram program)
    {
        var think = Values.Time("--think", "How long each bot thinks before it answers.");
        var tls = new Option<bool>("--tls") { Description = "Let the nodes speak TLS, with certificates made for this run alone." };
        var exec = Values.Minds();
        var save = new Option<string?>("--save-scenario")
        {
            Description = "Write the conversation to this new file as a scenario that replays without the bots: what they said is in it.",
            HelpName = "FILE",
        };
        var command = new Command("run", "Runs a conversation: a seed node and a bot node per roster entry, each a process of its own.");
        ConversationOptions.AddTo(command);
        command.Add(think);
        command.Add(exec);
        command.Add(tls);
        command.Add(save);
        TraceOption.AddTo(command);
        command.Validators.Add(result =>
        {
            if (Values.Of(result, tls) && ConversationOptions.ScenarioIn(result) is { } file && TlsOptions.IsOfACertificate(file))
                result.AddError($"--tls of run takes no file: it makes certificates for this run alone. Leave out {Quote.Of(file)}; seed and bot take one.");
        });
        command.SetAction(async (parsed, _) =>
        {
            using var signals = new Signals(TimeProvider.System, terminal.Out.Lost);
            return signals.ExitCodeOf(await RunAsync(
                new RunOptions(ConversationOptions.Of(parsed), parsed.GetValue(think), parsed.GetValue(tls), MindCommands.Of(parsed.GetValue(exec)), parsed.GetValue(save), TraceOption.SinceOf(parsed, TimeProvider.System)),
                terminal, program, TimeProvider.System, signals.Interrupted, signals.AtOnce).ConfigureAwait(false));
        });
        return new Verb(command, "botnode run", "botnode run original", "botnode run --rounds 3 --seed 7 --order roster --transcript talk.jsonl", "botnode run --exec \"Felix=python3 mind.py\"", "botnode run --save-scenario talk.conf", "botnode run --trace-messages");
    }

    /// <summary>Runs the conversation to its end.</summary>
    /// <param name="options">What `run` is told.</param>
    /// <param name="terminal">Where it is shown.</param>
    /// <param name="program">What is started as a node.</param>
    /// <param name="time">The time.</param>
    /// <param name="interrupted">Cancelled when it shall end in order.</param>
    /// <param name="atOnce">Cancelled right before this process ends in no order: then nothing of it may stay.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        RunOptions options, Terminal terminal, NodeProgram program, TimeProvider time, CancellationToken interrupted, CancellationToken atOnce)
    {
        if (options.Conversation.NotForSeveralNodes is { } pipe)
            return terminal.CouldNotRun(pipe);
        var scenario = options.Conversation.Load();
        // Otherwise each node would say it by itself, one after the other.
        if (scenario.Errors.Concat(NodeSettings.Problems(options.Tls)).ToList() is { Count: > 0 } mistakes)
            return terminal.CouldNotRun(mistakes);
        if (options.Minds.Problem(scenario.Value!.Names) is { } nobody)
            return terminal.CouldNotRun(nobody);
        if (TranscriptFile.Problem(options.Conversation.Transcript) is { } problem)
            return terminal.CouldNotRun(problem);
        if (ScenarioOutput.Problem(options.SaveScenario, options.Conversation.Transcript) is { } noFile)
            return terminal.CouldNotRun(noFile);
        var made = options.Tls ? ThrowAwayCertificates.Create(time) : null;
        if (made is { IsGood: false })
            return terminal.CouldNotRun(made.Errors);
        using var certificates = made?.Value;
        await using var removal = atOnce.Register(() => certificates?.Dispose());
        var commands = new NodeCommandLines(options.Conversation, options.Think, options.Minds, certificates?.Options, options.Trace);
        var starter = new ChildStarter(program, commands, terminal, isAligned: options.Trace is not null, atOnce);
        var conversation = new ConversationRun(scenario.Value!, starter, terminal, time);
        int exitCode;
        try
        {
            exitCode = await conversation.RunAsync(interrupted).ConfigureAwait(false);
        }
        catch (Win32Exception error)
        {
            return terminal.CouldNotRun($"A node can't be started: {error.Message}");
        }

        if (options.SaveScenario is { } unwritten && exitCode == ExitCode.Interrupted)
            terminal.Error.WriteLine($"botnode: {unwritten} is not written: the conversation was stopped.");
        return options.SaveScenario is { } path && exitCode is (ExitCode.AsExpected or ExitCode.NotAsExpected)
            && ScenarioOutput.Save(path, conversation.Transcript) is { } unsaved
            ? terminal.NotAsExpected(unsaved)
            : exitCode;
    }
}
