using BotNode.CommandLine;
using BotNode.Output;
using BotNode.Processes;
using BotNode.Running;
using BotNode.Tests.Programs;
using BotNode.Verbs;

namespace BotNode.Tests;

/// <summary>Ctrl-C, say, reaches a node that does not listen to it yet, and ends it, before `run` hears of it.</summary>
public sealed class InterruptedStartTests
{
    [LinuxTheory]
    [InlineData("HUP")]
    [InlineData("INT")]
    [InlineData("QUIT")]
    [InlineData("TERM")]
    public async Task Nodes_that_it_ends_have_not_crashed_when_the_run_hears_of_it(string signal)
    {
        using var interruption = new CancellationTokenSource();

        // The run waits for it, and while it does, it comes.
        var (exitCode, errors) = await RunAsync(signal, new ImpatientTime(interruption.Cancel), interruption.Token);

        Assert.Equal((130, ""), (exitCode, errors));
    }

    [LinuxFact]
    public async Task A_seed_node_that_somebody_else_ends_that_way_is_named()
    {
        var (exitCode, errors) = await RunAsync("INT", new ImpatientTime(() => { }), CancellationToken.None);

        Assert.Equal(1, exitCode);
        Assert.Contains("seed node was told to end by signal 2 before the first round.", errors, StringComparison.Ordinal);
    }

    /// <summary>A run whose nodes are all ended by this signal as soon as they are there.</summary>
    private static async Task<(int ExitCode, string Errors)> RunAsync(string signal, TimeProvider time, CancellationToken interrupted)
    {
        var errors = new StringWriter();
        var exitCode = await RunVerb.RunAsync(
            new RunOptions(new ConversationOptions(null, 7, null, null, null, new ContentOptions(null, null)), null, false, MindCommands.None, null),
            new Terminal(TextReader.Null, new LastingWriter(new StringWriter()), new LastingWriter(errors), IsColoured: false),
            new NodeProgram("/bin/sh", ["-c", $"kill -{signal} $$"]),
            time,
            interrupted,
            CancellationToken.None);
        return (exitCode, errors.ToString());
    }

    /// <summary>Tells when somebody begins to wait, and lets nobody wait long.</summary>
    private sealed class ImpatientTime(Action onWait) : TimeProvider
    {
        private static readonly TimeSpan Shortly = TimeSpan.FromMilliseconds(100);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            onWait();
            return base.CreateTimer(callback, state, dueTime < Shortly ? dueTime : Shortly, period);
        }
    }
}
