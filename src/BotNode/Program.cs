using BotNode;
using BotNode.Output;
using BotNode.Processes;

// Before anything else is loaded, for each part of the program is a file.
return OpenFiles.Check() ?? SimulationContext.Run(args) ?? RunAsync(args).GetAwaiter().GetResult();

static async Task<int> RunAsync(string[] args)
{
    ExpressionTrees.InterpretUnlessLongLived(args);
    var terminal = Terminal.OfThisProcess();
    var lastCatch = new LastCatch(terminal.Error, Environment.GetEnvironmentVariable(LastCatch.TraceVariable) == "1");
    lastCatch.WatchOtherThreads(Environment.Exit);
    var exitCode = await lastCatch.RunAsync(() => BotNodeCommand.RunAsync(args, terminal, NodeProgram.OfThisProcess())).ConfigureAwait(false);

    // An actor system that did not start, or does not end, has threads that would keep the process alive.
    Environment.Exit(exitCode);
    return exitCode;
}
