using System.Globalization;
using BotNode.Nodes;
using Chatroom.Actors;

namespace BotNode.Output;

/// <summary>Prints what a bot hears, and says how it ended.</summary>
/// <param name="terminal">Where to print.</param>
internal sealed class BotScreen(Terminal terminal)
{
    private readonly EventPrinter _printer = new(terminal, addresses: false);
    private readonly Lock _gate = new();

    // Several bots hear the same; it is printed once, when the first one hears it.
    private int _printed;
    private bool _isThere;

    /// <summary>Takes the next news.</summary>
    public void Take(BotNews news)
    {
        lock (_gate)
        {
            switch (news)
            {
                case BotNews.Welcomed welcomed:
                    terminal.Out.WriteLine($"Introducing our awesome bot {welcomed.Name}!");
                    break;
                case BotNews.Heard { Happened: var happened } when happened.N > _printed:
                    _printed = happened.N;
                    _printer.Print(happened);
                    break;
                case BotNews.Returned when !_isThere:
                    _isThere = true;
                    terminal.Error.WriteLine("botnode: The room is there again.");
                    break;
            }
        }
    }

    /// <summary>Says that the room is lost and looked for.</summary>
    public void SayLost(RoomAddress room, TimeSpan patience)
    {
        _isThere = false;
        terminal.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"botnode: The room at {room} is lost; looking for it for {patience.TotalSeconds:0.###} s."));
    }

    /// <summary>What an ending means for the program, said on stderr when it is not the usual one.</summary>
    /// <param name="ending">The last news.</param>
    /// <param name="room">Where the room is, or was looked for.</param>
    /// <param name="connectionProblem">Why there was no connection; null when there was one.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int ExitCodeOf(BotNews ending, RoomAddress room, string? connectionProblem) => ending switch
    {
        BotNews.Ended { How: Leaving.Bye } => ExitCode.AsExpected,
        BotNews.Ended => terminal.NotAsExpected("The room closed before the bot could say Bye."),
        BotNews.TurnedAway away => terminal.NotAsExpected(away.Text),
        BotNews.RoomLost => terminal.NotAsExpected($"The room at {room} is gone: its seed node ended, or the network broke."),
        _ when connectionProblem is not null => terminal.CouldNotRun($"No room at {room}: {connectionProblem}."),
        _ => terminal.CouldNotRun(
            $"Somebody listens at {room.Host}:{room.Port}, but no room answers to {room}: use the address exactly as the seed node printed it (localhost and 127.0.0.1 are two addresses)."),
    };
}
