using BotNode;
using BotNode.Output;
using BotNode.Processes;

ExpressionTrees.InterpretUnlessLongLived(args);
var exitCode = await BotNodeCommand.RunAsync(args, Terminal.OfThisProcess(), NodeProgram.OfThisProcess()).ConfigureAwait(false);

// An actor system that did not start, or does not end, has threads that would keep the process alive.
Environment.Exit(exitCode);
