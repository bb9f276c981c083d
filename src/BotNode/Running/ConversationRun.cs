using BotNode.Output;
using BotNode.Processes;
using Chatroom.Actors;

namespace BotNode.Running;

/// <summary>
/// A conversation across processes, seen from `run`:
/// <code>
/// start the seed node and all bot nodes at once
///   -> the seed node says its address       -> the script tells the bots to join
///   -> the seed node tells event by event   -> printed, and handed to the script
///   -> the transcript ends, the bots end    -> the seed node is told, and ends
///   -> judged
/// </code>
/// However it ends, every process that it started has ended when <see cref="RunAsync"/> returns.
/// </summary>
/// <param name="scenario">What is run.</param>
/// <param name="starter">Starts the nodes.</param>
/// <param name="terminal">Where the conversation is shown.</param>
/// <param name="time">The clock.</param>
internal sealed class ConversationRun(Scenario scenario, INodeStarter starter, Terminal terminal, TimeProvider time)
{
    private readonly SeedReport _report = new();

    /// <summary>All that the seed node told, once it has told it to the end; null until then.</summary>
    public Transcript? Transcript => _report.Transcript;

    /// <summary>Starts all nodes and shows the conversation until it ends.</summary>
    /// <returns>One of <see cref="ExitCode"/>; if it is not 0, stderr says why.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">A node can't be started.</exception>
    public async Task<int> RunAsync(CancellationToken interrupted)
    {
        var inputs = new RunInputs(time, interrupted);
        using var seed = inputs.WatchSeed(starter.StartSeed());
        using var bots = new BotProcesses(name => inputs.WatchBot(starter.StartBot(name)));
        using var stage = new ProcessStage(bots, _report, time, inputs);
        var player = new ScriptPlayer(scenario, stage);
        var loop = new ConversationLoop(inputs, seed, bots, _report, player, new EventPrinter(terminal, addresses: true));
        var endings = new NodeEndings(seed, bots, time);
        try
        {
            foreach (var name in Joins())
                bots.StartAhead(name);
            var problem = await loop.RunAsync(interrupted).ConfigureAwait(false);
            problem ??= await endings.BotsEndAsync(_report.Events, interrupted).ConfigureAwait(false);
            problem ??= await endings.SeedEndsAsync(interrupted).ConfigureAwait(false);
            return Judge(problem, seed, bots, player.StuckAt);
        }
        catch (OperationCanceledException)
        {
            if (!_report.HasClosed)
                await endings.FollowToTheStopAsync(loop.RunAsync).ConfigureAwait(false);
            return ExitCode.Interrupted;
        }
        finally
        {
            await endings.EndAllAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Every name, as often as it wants to join; null for a bot that wants any name.</summary>
    private IEnumerable<string?> Joins() =>
    [
        .. new ScriptRoles(scenario.Script).UnscriptedJoins(scenario.Names),
        .. scenario.Script.OfType<ScriptStep.Join>().Select(step => step.Name),
        .. scenario.Script.OfType<ScriptStep.RefusedJoin>().Select(step => step.Name),
    ];

    private int Judge(string? problem, INodeProcess seed, BotProcesses bots, int? stuckAt)
    {
        int? seedCode = seed.Exited.IsCompletedSuccessfully ? seed.Exited.Result : null;
        if (seedCode == ExitCode.CouldNotRun)
            return ExitCode.CouldNotRun;
        problem ??= Outcome.Problem(scenario, new StageOutcome([.. _report.Events], stuckAt), bots.Ends);
        if (problem is not null)
            return terminal.NotAsExpected(problem.Split(Environment.NewLine));
        // The seed node may know, and have said, something else: that the transcript breaks off.
        return seedCode == ExitCode.NotAsExpected ? ExitCode.NotAsExpected : ExitCode.AsExpected;
    }
}
