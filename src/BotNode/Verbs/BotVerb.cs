using System.CommandLine;
using System.Security.Cryptography;
using System.Threading.Channels;
using BotNode.Bots;
using BotNode.CommandLine;
using BotNode.Nodes;
using BotNode.Output;
using BotNode.Processes;

namespace BotNode.Verbs;

/// <summary>`bot`: a process with bots, mostly one.</summary>
internal static class BotVerb
{
    private const string DefaultHost = "127.0.0.1";
    private const int DefaultPort = 8080;
    private const int MostBots = 10_000;
    private const int TicketLength = 32;

    private static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(60);

    /// <summary>The verb with its options.</summary>
    public static Verb Create(Terminal terminal)
    {
        var scenario = Values.Scenario("Where the bot's persona stands: a scenario file, or the name of one; without it: default.");
        var name = Values.BotName("The bot's name; without it the room gives one that is free.");
        var count = Values.Number("--count", "How many bots this process holds (in each room), with names that the room gives [default: 1]", 1, MostBots);
        var join = Values.Text(
            "--join", "ADDRESS", $"The room's address, as the seed node prints it [default: {new RoomAddress(DefaultHost, DefaultPort)}]",
            "what the seed node printed, akka.tcp://Chatroom@HOST:PORT", text => RoomAddress.Parse(text) is not null);
        var room = Values.RoomNames("The room to join, where a seed node has several; given more than once, bots in each of them.");
        var think = Values.Time("--think", "How long the bot thinks before it answers.");
        var patience = Values.Time("--patience", $"How long the bot looks for a room that it lost [default: {DefaultPatience.TotalSeconds:0}s]");
        var exec = Values.Text(
            "--exec", "COMMAND", "Let a program think for the bot, for each one of its own, JSON Lines on its stdin and stdout: docs/minds.md.",
            "a command line", text => text.Trim().Length > 0);
        var driven = Values.Hidden("--driven");
        var command = new Command("bot", "Starts a bot that joins a room.") { scenario, name, count, join, room, think, patience, exec, driven };
        ContentOptions.AddTo(command);
        TlsOptions.AddTo(command);
        TraceOption.AddToNode(command);
        command.Validators.Add(result =>
        {
            var rooms = Values.Of(result, room)?.Length ?? 0;
            if (result.GetResult(count) is null)
                return;
            if (rooms > 1 && (long)rooms * Values.Of(result, count) > MostBots)
                result.AddError($"A process holds at most {MostBots} bots.");
            if (result.GetResult(name) is not null)
                result.AddError("--name and --count don't go together: the room names the bots.");
        });
        command.SetAction((parsed, _) => RunAsync(
            new BotOptions(
                parsed.GetValue(scenario),
                ContentOptions.Of(parsed),
                parsed.GetValue(name),
                parsed.GetValue(count) ?? 1,
                parsed.GetValue(join) is { } address ? RoomAddress.Parse(address)! : new RoomAddress(DefaultHost, DefaultPort, TlsOptions.Of(parsed) is not null),
                [.. parsed.GetValue(room) ?? []],
                TlsOptions.Of(parsed),
                parsed.GetValue(think),
                parsed.GetValue(patience) ?? DefaultPatience,
                parsed.GetValue(exec),
                parsed.GetValue(driven),
                TraceOption.SinceOf(parsed, TimeProvider.System)),
            terminal, TimeProvider.System));
        return new Verb(
            command, "botnode bot", "botnode bot --name Felix", "botnode bot --count 4", "botnode bot --room red", "botnode bot --exec \"python3 mind.py\"", "botnode bot --trace-messages",
            "botnode bot --join akka.tcp://Chatroom@192.168.1.5:8080",
            "botnode bot --join akka.ssl.tcp://Chatroom@192.168.1.5:8080 --tls bot.pem --tls-trust ca.pem");
    }

    private static async Task<int> RunAsync(BotOptions options, Terminal terminal, TimeProvider time)
    {
        if (options.Driven)
            return await RunDrivenAsync(options, terminal, time).ConfigureAwait(false);
        using var signals = new Signals(time, terminal.Out.Lost);
        var setup = BotSetup.Load(options, time);
        return setup.IsGood
            ? signals.ExitCodeOf(await BotWorker.RunAsync(
                setup.Value, terminal, time, NewTicket, commands: null, signals.Interrupted, signals.AtOnce).ConfigureAwait(false))
            : terminal.CouldNotRun(setup.Errors);
    }

    // A driven bot stops when `run` says so or is gone, and at no signal.
    private static async Task<int> RunDrivenAsync(BotOptions options, Terminal terminal, TimeProvider time)
    {
        var commands = Channel.CreateUnbounded<NodeCommand>();
        using var pipe = new CommandPipe(terminal, line => Take(line, commands.Writer), () => ThrowAwayCertificates.Remove(options.Tls));
        var setup = BotSetup.Load(options, time);
        return setup.IsGood
            ? await BotWorker.RunAsync(
                setup.Value, terminal, time, NewTicket, commands.Reader, terminal.Out.Lost, CancellationToken.None).ConfigureAwait(false)
            : terminal.CouldNotRun(setup.Errors);
    }

    private static string NewTicket() => RandomNumberGenerator.GetHexString(TicketLength);

    private static void Take(string line, ChannelWriter<NodeCommand> commands)
    {
        if (NodeCommand.Parse(line) is { } command)
            commands.TryWrite(command);
    }
}
