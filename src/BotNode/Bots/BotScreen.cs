using BotNode.Nodes;
using BotNode.Output;
using BotNode.Tls;
using Chatroom.Actors;

namespace BotNode.Bots;

/// <summary>Prints what the bots of a node hear, and says how they ended. Disposing of it sums up which answers were not said as given.</summary>
/// <param name="terminal">Where to print.</param>
/// <param name="room">The name of their room; null for that of a seed node with one room.</param>
/// <param name="isOneOfSeveral">Whether the node has bots in other rooms, too: then the lines name the room.</param>
/// <param name="notes">Where to say which answers are not said as they were given; null for stderr of the terminal.</param>
internal sealed class BotScreen(Terminal terminal, string? room = null, bool isOneOfSeveral = false, TextWriter? notes = null) : IDisposable
{
    private readonly string _label = isOneOfSeveral ? RoomLabel.Of(room) : "";
    private readonly EventPrinter _printer = new(terminal, addresses: false, isOneOfSeveral ? RoomLabel.Of(room) : "");
    private readonly Lock _gate = new();

    // Several bots hear the same; it is printed once, when the first one hears it.
    private int _printed;
    private bool _isThere;
    private readonly AnswerNotes _notes = new(notes ?? terminal.Error, isOneOfSeveral ? RoomLabel.Of(room) : "");

    private readonly Dictionary<BotNews, int> _told = [];

    /// <summary>Takes the next news.</summary>
    public void Take(BotNews news)
    {
        lock (_gate)
        {
            switch (news)
            {
                case BotNews.Welcomed welcomed:
                    terminal.Out.WriteLine($"{_label}Introducing our awesome bot {welcomed.Name}!");
                    break;
                case BotNews.Heard { Happened: var happened } when happened.N > _printed:
                    _printed = happened.N;
                    _printer.Print(happened);
                    break;
                case BotNews.AnswerNotAsGiven answer:
                    _notes.Take(answer);
                    break;
                case BotNews.Returned when !_isThere:
                    _isThere = true;
                    terminal.Error.WriteLine($"botnode: {_label}The room is there again.");
                    break;
            }
        }
    }

    /// <summary>Notes that the room is lost: when it is there again, that is news.</summary>
    public void Lose()
    {
        lock (_gate)
            _isThere = false;
    }

    /// <summary>What an ending means for the program. If it is unusual, stderr says so the first time.</summary>
    /// <param name="ending">The last news.</param>
    /// <param name="address">Where the room is, or was looked for.</param>
    /// <param name="runner">Knows why nobody was found.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int ExitCodeOf(BotNews ending, RoomAddress address, BotRunner runner)
    {
        lock (_gate)
        {
            // Several bots may end alike; it is said once.
            if (!_told.TryGetValue(ending, out var exitCode))
                _told[ending] = exitCode = Tell(ending, address, runner);
            return exitCode;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
            _notes.End();
    }

    private static string HintAt(string problem, RoomAddress address) => !address.IsSecure && problem.Contains(TlsFailure.OnlyTheySpeakTls, StringComparison.Ordinal)
        ? $" Give this bot --tls and --tls-trust, and join {address with { IsSecure = true }}. See docs/tls.md."
        : "";

    private int Tell(BotNews ending, RoomAddress address, BotRunner runner) => ending switch
    {
        BotNews.Ended { How: Leaving.Bye } => ExitCode.AsExpected,
        BotNews.Ended => terminal.NotAsExpected($"{_label}The room closed before the bot could say Bye."),
        BotNews.TurnedAway away => terminal.NotAsExpected(_label + away.Text),
        BotNews.RoomLost => terminal.NotAsExpected($"{_label}The room at {address} is gone: its seed node ended, or the network broke."),
        _ when runner.ConnectionProblem is { } problem => terminal.CouldNotRun($"No room at {address}: {problem}.{HintAt(problem, address)}"),
        _ when runner.WhichRooms is { } rooms => terminal.CouldNotRun($"{(room is null ? "There are several rooms" : $"There is no room {room}")} at {address}. {rooms} See: botnode bot --room NAME"),
        _ when room is not null => terminal.CouldNotRun(
            $"No room {room} answers at {address}: a seed node prints its address and its rooms; if it names no rooms, leave out --room."),
        _ => terminal.CouldNotRun(
            $"Somebody listens at {address.Host}:{address.Port}, but no room answers to {address}: use the address exactly as the seed node printed it (localhost and 127.0.0.1 are two addresses)."),
    };
}
