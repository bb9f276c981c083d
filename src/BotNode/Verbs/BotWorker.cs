using System.Globalization;
using System.Threading.Channels;
using Akka.Actor;
using Akka.Configuration;
using BotNode.CommandLine;
using BotNode.Minds;
using BotNode.Nodes;
using BotNode.Output;
using BotNode.Running;
using Chatroom.Actors;

namespace BotNode.Verbs;

/// <summary>Keeps one bot in a room until it leaves.</summary>
internal static class BotWorker
{
    private const string Loopback = "127.0.0.1";

    // By hand: somebody listens there, as a look has shown, so a room would have answered.
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(5);

    // How much later than its program a bot may hear of the same signal.
    private static readonly TimeSpan SignalLimit = TimeSpan.FromMilliseconds(300);

    private static readonly TimeSpan FarewellLimit = TimeSpan.FromSeconds(2);

    /// <summary>Joins the room and prints what the bot hears.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(BotOptions options, Terminal terminal)
    {
        var cast = options.Cast.LoadCast(options.Scenario);
        var settings = NodeSettings.Bot();
        if (!cast.IsGood || !settings.IsGood)
            return terminal.CouldNotRun([.. cast.Errors, .. settings.Errors]);
        if (TlsOptions.Problem(options.Tls) is { } noTls)
            return terminal.CouldNotRun(noTls);
        var setup = new BotSetup(options, cast.Value, options.Tls?.Over(settings.Value) ?? settings.Value);
        var commands = Channel.CreateUnbounded<DriverCommand>();
        using var driver = options.Driven ? new Driver(terminal, line => Take(line, commands.Writer), () => ThrowAwayCertificates.Remove(options.Tls)) : null;
        await using var host = await NodeHost.StartAsync(terminal, driver).ConfigureAwait(false);
        try
        {
            return driver is null
                ? await JoinByHandAsync(setup, terminal, host).ConfigureAwait(false)
                : await JoinDrivenAsync(setup, terminal, host, commands.Reader).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (host.Stopping.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (AkkaException error)
        {
            return terminal.CouldNotRun($"The actor system does not start with hocon/bot.conf: {error.Message}{TlsOptions.Hint(options.Tls)}");
        }
    }

    /// <summary>All that a bot is made of, read before anything starts.</summary>
    private sealed record BotSetup(BotOptions Options, Cast Cast, Config Settings);

    private static void Take(string line, ChannelWriter<DriverCommand> commands)
    {
        if (DriverCommand.Parse(line) is { } command)
            commands.TryWrite(command);
    }

    private static async Task<int> JoinByHandAsync(BotSetup setup, Terminal terminal, NodeHost host)
    {
        var (ours, problem) = await SeedProbe.ReachAsync(setup.Options.Room.Host, setup.Options.Room.Port, host.Stopping).ConfigureAwait(false);
        if (ours is null)
            return terminal.CouldNotRun($"No room at {setup.Options.Room}: {problem}. Start one with: botnode seed");
        // It listens to this machine only. The room answers over the connection that the bot opens, but tells bots apart by the
        // address that they are known by, so that must be ours as the room's machine sees it.
        await using var node = ActorNode.Start("Bot", setup.Settings, Loopback, 0, ours.ToString(), host.Loggers);
        if (node.IsSecure != setup.Options.Room.IsSecure)
            return terminal.CouldNotRun(UnlikeTls(setup.Options.Room));
        var screen = new BotScreen(terminal);
        await using var program = setup.Options.Exec is { } command ? ExecMind.Start(command, terminal.Error) : null;
        var bot = Join(node, setup, Target(node, setup.Options.Room), Driven.None, program, screen.Take);
        try
        {
            await Task.WhenAny(screen.Ending, program is null ? screen.Ending : program.Ended).WaitAsync(host.Stopping).ConfigureAwait(false);
            return screen.Ending.IsCompleted
                ? screen.ExitCodeOf(await screen.Ending.ConfigureAwait(false), setup.Options.Room, node.ConnectionProblem)
                : await CrashAsync(bot, await program!.Ended.ConfigureAwait(false), setup.Options.Exec!, terminal, host.Stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            bot.Tell(new BotCommand.Leave());
            await Task.WhenAny(screen.Ending, Task.Delay(FarewellLimit, TimeProvider.System, CancellationToken.None)).ConfigureAwait(false);
            throw;
        }
    }

    private static string UnlikeTls(RoomAddress room) => room.IsSecure
        ? $"The room at {room} speaks TLS, and this bot does not: give it a certificate with --tls, and whom to trust with --tls-trust. See docs/tls.md."
        : $"The room at {room} does not speak TLS, as its address says, and this bot does: start the seed node with --tls too, or leave it out.";

    /// <summary>A bot whose program has ended in the middle of the conversation goes as abruptly.</summary>
    private static async Task<int> CrashAsync(IActorRef bot, int exitCode, string command, Terminal terminal, CancellationToken stopping)
    {
        // Ctrl-C in a terminal reaches the program, too, and it may be quicker: then the bot says Bye.
        await Task.Delay(SignalLimit, TimeProvider.System, stopping).ConfigureAwait(false);
        await bot.GracefulStop(FarewellLimit).ConfigureAwait(false);
        return terminal.NotAsExpected(string.Create(
            CultureInfo.InvariantCulture,
            $"The program of --exec ended with exit code {exitCode} before the conversation did, and the bot crashed with it: {Quote.Of(command)}"));
    }

    private static async Task<int> JoinDrivenAsync(
        BotSetup setup, Terminal terminal, NodeHost host, ChannelReader<DriverCommand> commands)
    {
        await using var node = ActorNode.Start("Bot", setup.Settings, Loopback, 0, Loopback, host.Loggers);
        var screen = new BotScreen(terminal with { Out = new LastingWriter(TextWriter.Null), Error = new LastingWriter(TextWriter.Null) }); // `run` tells what happens.
        if (await commands.ReadAsync(host.Stopping).ConfigureAwait(false) is not DriverCommand.Join join || RoomAddress.Parse(join.Address) is not { } room)
            return terminal.CouldNotRun("The first command must be: join ADDRESS");
        ICanTell target = Target(node, room);
        var wire = join.Driven.HasFlag(Driven.Connection) ? node.System.ActorOf(BotWire.Props(target), "wire") : null;
        var bot = Join(node, setup, wire ?? target, join.Driven, null, screen.Take);
        _ = ObeyAsync(bot, wire, commands);
        return screen.ExitCodeOf(await screen.Ending.WaitAsync(host.Stopping).ConfigureAwait(false), room, node.ConnectionProblem);
    }

    private static ActorSelection Target(ActorNode node, RoomAddress room) => node.System.ActorSelection($"{room}/user/{ChatroomActor.Name}");

    private static IActorRef Join(ActorNode node, BotSetup setup, ICanTell room, Driven driven, IMind? mind, Action<BotNews> onNews)
    {
        var settings = new BotSettings { Name = setup.Options.Name, ThinkTime = setup.Options.Think, Driven = driven };
        if (!setup.Options.Driven)
            settings = settings with { PatienceToJoin = AnswerLimit };
        return node.System.ActorOf(BotActor.Props(room, settings, mind ?? new CastMind(setup.Cast), onNews), "bot");
    }

    private static async Task ObeyAsync(IActorRef bot, IActorRef? wire, ChannelReader<DriverCommand> commands)
    {
        await foreach (var command in commands.ReadAllAsync().ConfigureAwait(false))
        {
            switch (command)
            {
                case DriverCommand.Answer answer:
                    bot.Tell(new BotCommand.Answer(answer.Round, answer.Text));
                    break;
                case DriverCommand.Leave:
                    bot.Tell(new BotCommand.Leave());
                    break;
                case DriverCommand.Disconnect:
                    wire?.Tell(new BotWire.Cut());
                    break;
                case DriverCommand.Reconnect:
                    wire?.Tell(new BotWire.Mend());
                    break;
            }
        }
    }
}
