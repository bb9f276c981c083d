using BotNode.Processes;

namespace BotNode.Seeds;

/// <summary>What `run` has told the seed node that it drives. A command may come before there is a room.</summary>
internal sealed class SeedCommands : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _giveUp = new();
    private readonly CancellationTokenSource _waitNoMore = new();

    /// <summary>Cancelled when the room shall be closed.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Cancelled when no more bots will join.</summary>
    public CancellationToken GiveUp => _giveUp.Token;

    /// <summary>Told the name of each bot whose process has ended; before there is a room, none has a bot to lose.</summary>
    public Action<string>? Gone { get; set; }

    /// <summary>Cancelled when no bot is left that must hear of this node's end.</summary>
    public CancellationToken WaitNoMore => _waitNoMore.Token;

    /// <summary>Takes a line. A line that is no command to a seed node changes nothing.</summary>
    public void Take(string line)
    {
        try
        {
            switch (NodeCommand.Parse(line))
            {
                case NodeCommand.Stop:
                    _stop.Cancel();
                    break;
                case NodeCommand.GiveUp:
                    _giveUp.Cancel();
                    break;
                case NodeCommand.Gone gone:
                    Gone?.Invoke(gone.Name);
                    break;
                case NodeCommand.WaitNoMore:
                    _waitNoMore.Cancel();
                    break;
            }
        }
        catch (ObjectDisposedException)
        {
            // It has just ended by itself.
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _stop.Dispose();
        _giveUp.Dispose();
        _waitNoMore.Dispose();
    }
}
