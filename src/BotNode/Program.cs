using BotNode.CommandLine;
using BotNode.Output;
using BotNode.Processes;

return await BotNodeCommand.RunAsync(args, Terminal.OfThisProcess(), NodeProgram.OfThisProcess()).ConfigureAwait(false);
