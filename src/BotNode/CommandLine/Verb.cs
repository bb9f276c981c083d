using System.CommandLine;

namespace BotNode.CommandLine;

/// <summary>A verb of the command line.</summary>
/// <param name="Command">Its options, and the worker behind them.</param>
/// <param name="Examples">What its help shows at the end.</param>
internal sealed record Verb(Command Command, params string[] Examples);
