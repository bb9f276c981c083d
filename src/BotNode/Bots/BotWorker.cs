using System.Globalization;
using System.Security.Cryptography;
using System.Threading.Channels;
using Akka.Configuration;
using BotNode.CommandLine;
using BotNode.Nodes;
using BotNode.Output;
using BotNode.Processes;
using BotNode.Tls;
using Chatroom.Actors;

namespace BotNode.Bots;

/// <summary>Keeps bots in their rooms until they leave.</summary>
internal static class BotWorker
{
    private const string Loopback = "127.0.0.1";
    private const int TicketLength = 32;

    // By hand: somebody listens there, as a look has shown, so a room would have answered; of many bots each takes it a while.
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AnswerLimitOfABot = TimeSpan.FromMilliseconds(100);

    // How much later than its program a bot may hear of the same signal.
    private static readonly TimeSpan SignalLimit = TimeSpan.FromMilliseconds(300);

    private static readonly TimeSpan FarewellLimit = TimeSpan.FromSeconds(2);

    /// <summary>Joins the room and prints what the bot hears.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(BotOptions options, Terminal terminal)
    {
        var cast = options.Content.LoadContent(options.Scenario);
        var settings = NodeSettings.Bot();
        if (!cast.IsGood || !settings.IsGood)
            return terminal.CouldNotRun([.. cast.Errors, .. settings.Errors]);
        var tls = options.Tls?.Load(TimeProvider.System);
        if (tls is { IsGood: false })
            return terminal.CouldNotRun(tls.Errors);
        var setup = new BotSetup(options, cast.Value, settings.Value, tls?.Value);
        var commands = Channel.CreateUnbounded<NodeCommand>();
        using var driver = options.Driven ? new CommandPipe(terminal, line => Take(line, commands.Writer), () => ThrowAwayCertificates.Remove(options.Tls)) : null;
        using var signals = driver is null ? new Signals(terminal.Out.Lost) : null; // A driven node stops when `run` says so or is gone.
        var stopping = signals?.Interrupted ?? terminal.Out.Lost;
        try
        {
            return driver is null
                ? await JoinByHandAsync(setup, terminal, stopping).ConfigureAwait(false)
                : await JoinDrivenAsync(setup, terminal, commands.Reader, stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (NodeStartException error)
        {
            return terminal.CouldNotRun(error.Message);
        }
    }

    /// <summary>All that a bot is made of, read before anything starts.</summary>
    private sealed record BotSetup(BotOptions Options, Content Cast, Config Settings, NodeTls? Tls)
    {
        public bool IsSecure => Tls is not null || Settings.GetBoolean("akka.remote.dot-netty.tcp.enable-ssl", false);
    }

    private static void Take(string line, ChannelWriter<NodeCommand> commands)
    {
        if (NodeCommand.Parse(line) is { } command)
            commands.TryWrite(command);
    }

    private static async Task<int> JoinByHandAsync(BotSetup setup, Terminal terminal, CancellationToken stopping)
    {
        var (ours, problem) = await AddressProbe.ReachAsync(setup.Options.Address.Host, setup.Options.Address.Port, stopping).ConfigureAwait(false);
        if (ours is null)
            return terminal.CouldNotRun($"No room at {setup.Options.Address}: {problem}. Start one with: botnode seed");
        if (setup.IsSecure != setup.Options.Address.IsSecure)
            return terminal.CouldNotRun(UnlikeTls(setup.Options.Address));
        NodeTlsWarning.Say(setup.Tls, terminal);
        await using var probe = setup.Tls is { } tls
            ? await TlsProbe.ConnectAsync(setup.Options.Address.Host, setup.Options.Address.Port, tls, TimeProvider.System, stopping).ConfigureAwait(false)
            : null;
        if (probe?.Problem is { } noHandshake)
            return terminal.CouldNotRun($"No room at {setup.Options.Address}: {noHandshake}. See docs/tls.md.");
        string?[] rooms = setup.Options.Rooms.Count == 0 ? [null] : [.. setup.Options.Rooms];
        var screens = rooms.Select(room => new BotScreen(terminal, room, rooms.Length > 1)).ToList();
        // It listens to this machine only. The room answers over the connection that the bot opens, but tells bots apart by the
        // address that they are known by, so that must be ours as the room's machine sees it.
        var home = new BotRunner(
            starting => StartNodeAsync(setup, ours.ToString(), terminal, starting), setup.Options.Address, setup.Options.Patience,
            () => BotScreen.SayLost(screens, terminal, setup.Options.Address, setup.Options.Patience));
        await using var program = setup.Options.Exec is { } command ? ExecMind.Start(command, terminal.Error) : null;
        var bots = rooms.Zip(screens).SelectMany(one => Enumerable.Range(0, setup.Options.Count)
            .Select(_ => Resident(setup, ScriptedActions.None, program, one.Second, one.First))).ToList();
        BotScreen ScreenOf(int bot) => screens[bot / setup.Options.Count];
        var living = home.RunAsync(bots, AnswerLimit + (AnswerLimitOfABot * bots.Count), (bot, ending) =>
        {
            // Of one bot the ending is the program's, and a program of --exec may have another word on it.
            if (bots.Count > 1)
                ScreenOf(bot).ExitCodeOf(ending, setup.Options.Address, home);
        }, stopping);
        _ = GiveUpWhenRefusedAsync(setup, home, bots, probe, living, stopping);
        await Task.WhenAny(living, program is null ? living : program.Ended).ConfigureAwait(false);
        // Ctrl-C in a terminal reaches the program, too, and it may be quicker: then the bot says Bye.
        if (!living.IsCompleted)
            await Task.WhenAny(living, Task.Delay(SignalLimit, TimeProvider.System, CancellationToken.None)).ConfigureAwait(false);
        if (program is null || living.IsCompleted || stopping.IsCancellationRequested)
            return (await living.ConfigureAwait(false)).Select((ending, bot) => ScreenOf(bot).ExitCodeOf(ending, setup.Options.Address, home)).Max();
        await bots[0].CrashAsync(FarewellLimit).ConfigureAwait(false);
        await living.ConfigureAwait(false);
        var exitCode = await program.Ended.ConfigureAwait(false);
        return terminal.NotAsExpected(string.Create(
            CultureInfo.InvariantCulture,
            $"The program of --exec ended with exit code {exitCode} before the conversation did, and the bot crashed with it: {Quote.Of(setup.Options.Exec!)}"));
    }

    private static string UnlikeTls(RoomAddress room) => room.IsSecure
        ? $"The room at {room} speaks TLS, and this bot does not: give it a certificate with --tls, and whom to trust with --tls-trust. See docs/tls.md."
        : $"This bot speaks TLS, and by its address the room at {room} does not. If the seed node has --tls, join {room with { IsSecure = true }}; if it has none, start it with --tls, or leave that out here.";

    private static async Task<int> JoinDrivenAsync(
        BotSetup setup, Terminal terminal, ChannelReader<NodeCommand> commands, CancellationToken stopping)
    {
        // Started before it is needed, so that a step of a script costs no start of an actor system.
        var first = await StartNodeAsync(setup, Loopback, terminal, stopping).ConfigureAwait(false);
        var screen = new BotScreen(terminal with { Out = new LastingWriter(TextWriter.Null), Error = new LastingWriter(TextWriter.Null) }); // `run` tells what happens.
        if (await commands.ReadAsync(stopping).ConfigureAwait(false) is not NodeCommand.Join join || RoomAddress.Parse(join.Address) is not { } room)
            return terminal.CouldNotRun("The first command must be: join ADDRESS");
        var bot = Resident(setup, join.Driven, null, screen);
        _ = ObeyAsync(bot, commands);
        var isFirst = true;
        Task<ActorNode> StartAsync(CancellationToken starting) =>
            Interlocked.Exchange(ref isFirst, false) ? Task.FromResult(first) : StartNodeAsync(setup, Loopback, terminal, starting);
        var home = new BotRunner(StartAsync, room, setup.Options.Patience, () => { }, endsWithProcess: true);
        var endings = await home.RunAsync([bot], new BotSettings().PatienceToJoin, (_, _) => { }, stopping).ConfigureAwait(false);
        return screen.ExitCodeOf(endings[0], room, home);
    }

    private static Task<ActorNode> StartNodeAsync(BotSetup setup, string knownAs, Terminal terminal, CancellationToken starting) =>
        ActorNode.StartAsync(new NodeStart("Bot", setup.Settings, NodeSettings.BotFile, Loopback, 0, knownAs, setup.Tls), terminal.Error, starting);

    /// <summary>Akka.NET would try again and again, and say nothing: what refuses us is seen from outside.</summary>
    private static async Task GiveUpWhenRefusedAsync(
        BotSetup setup, BotRunner home, IReadOnlyList<BotSession> bots, TlsProbe? probe, Task living, CancellationToken stopping)
    {
        // Whoever is in has not been refused; what ends a connection later is another story.
        var settled = Task.WhenAny([living, .. bots.Select(bot => bot.HasBeenIn)]);
        if (probe is not null)
        {
            if (await probe.RefusalUntilAsync(settled).ConfigureAwait(false) is { } why)
                home.GiveUp(bots, why);
            return;
        }

        // With TLS by its settings alone it speaks TLS, too; why a handshake fails is then in its log.
        if (setup.IsSecure)
            return;
        await Task.WhenAny(settled, home.Node).ConfigureAwait(false);
        if (settled.IsCompleted)
            return;
        var node = await home.Node.ConfigureAwait(false);
        await Task.WhenAny(settled, node.ConnectionProblemSeen).ConfigureAwait(false);
        var room = setup.Options.Address;
        if (!settled.IsCompleted && await TlsProbe.IsSpokenAtAsync(room.Host, room.Port, stopping).ConfigureAwait(false))
            home.GiveUp(bots, TlsFailure.OnlyTheySpeakTls);
    }

    private static BotSession Resident(BotSetup setup, ScriptedActions driven, IMind? mind, BotScreen screen, string? room = null)
    {
        var settings = new BotSettings
        {
            Name = setup.Options.Name,
            Ticket = RandomNumberGenerator.GetHexString(TicketLength),
            ThinkTime = setup.Options.Think,
            ScriptedActions = driven,
        };
        return new BotSession(settings, mind ?? new PersonaMind(setup.Cast.Personas, setup.Cast.Catalogue), screen.Take, room);
    }

    private static async Task ObeyAsync(BotSession bot, ChannelReader<NodeCommand> commands)
    {
        await foreach (var command in commands.ReadAllAsync().ConfigureAwait(false))
        {
            switch (command)
            {
                case NodeCommand.Answer answer:
                    bot.Tell(new BotCommand.Answer(answer.Round, answer.Text));
                    break;
                case NodeCommand.Leave:
                    bot.Tell(new BotCommand.Leave());
                    break;
                case NodeCommand.Disconnect:
                    bot.Disconnect();
                    break;
                case NodeCommand.Reconnect:
                    bot.Reconnect();
                    break;
            }
        }
    }
}
