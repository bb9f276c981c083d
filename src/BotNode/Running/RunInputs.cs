using System.Threading.Channels;
using BotNode.Output;
using BotNode.Processes;

namespace BotNode.Running;

/// <summary>Brings what happens at the nodes of a conversation into one order.</summary>
/// <param name="time">The clock.</param>
/// <param name="interrupted">Ends the conversation.</param>
internal sealed class RunInputs(TimeProvider time, CancellationToken interrupted)
{
    // How much later than its child processes `run` may hear of the same signal.
    private static readonly TimeSpan SignalLimit = TimeSpan.FromSeconds(2);

    private readonly Channel<RunInput> _inputs = Channel.CreateUnbounded<RunInput>();

    /// <summary>What happens, until the seed node has ended.</summary>
    public IAsyncEnumerable<RunInput> ReadAllAsync(CancellationToken cancellation) => _inputs.Reader.ReadAllAsync(cancellation);

    /// <summary>Adds something else that happened.</summary>
    public void Add(RunInput input) => _inputs.Writer.TryWrite(input);

    /// <summary>Tells what the seed node prints, and its end.</summary>
    public INodeProcess WatchSeed(INodeProcess seed)
    {
        _ = ListenAsync(seed);
        return seed;
    }

    /// <summary>Tells the end of a bot node.</summary>
    public INodeProcess WatchBot(INodeProcess bot)
    {
        _ = WatchAsync(bot);
        return bot;
    }

    private async Task ListenAsync(INodeProcess seed)
    {
        while (await seed.ReadLineAsync().ConfigureAwait(false) is { } line)
            Add(new RunInput.SeedLine(line));
        Add(new RunInput.SeedEnded(new ProcessEnd(seed.Name, await EndOfAsync(seed).ConfigureAwait(false), ByScript: false)));
        _inputs.Writer.Complete();
    }

    private async Task WatchAsync(INodeProcess bot)
    {
        await bot.DrainAsync().ConfigureAwait(false);
        await EndOfAsync(bot).ConfigureAwait(false);
        Add(new RunInput.BotEnded(bot));
    }

    // Ctrl-C and others reach every process of the group, and end one that does not handle them yet. The user wants that; it is no crash.
    private async Task<int> EndOfAsync(INodeProcess process)
    {
        var code = await process.Exited.ConfigureAwait(false);
        if (ExitCode.IsInterruption(code))
            await Task.Delay(SignalLimit, time, interrupted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return code;
    }
}
