using BotNode.Nodes;
using BotNode.Output;
using BotNode.Tls;
using Chatroom.Actors;

namespace BotNode.Bots;

/// <summary>Bots that were started by hand.</summary>
internal static class BotsByHand
{
    // The probe found a listener, so a room would have answered; with many bots, each needs some time.
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AnswerLimitOfABot = TimeSpan.FromMilliseconds(100);

    /// <summary>Looks whether a room can be reached, and keeps the bots in their rooms.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> JoinAsync(
        BotSetup setup, Terminal terminal, TimeProvider time, Func<string> newTicket, CancellationToken interrupted, CancellationToken atOnce)
    {
        var (options, address) = (setup.Options, setup.Options.Address);
        var (ours, problem) = await AddressProbe.ReachAsync(address.Host, address.Port, time, interrupted).ConfigureAwait(false);
        if (ours is null)
            return terminal.CouldNotRun($"No room at {address}: {problem}. Start one with: botnode seed");
        if (setup.IsSecure != address.IsSecure)
            return terminal.CouldNotRun(UnlikeTls(address));
        NodeTlsWarning.Say(setup.Tls, terminal);
        await using var probe = setup.Tls is { } tls
            ? await TlsProbe.ConnectAsync(address.Host, address.Port, tls, time, interrupted).ConfigureAwait(false)
            : null;
        if (probe?.Problem is { } noHandshake)
            return terminal.CouldNotRun($"No room at {address}: {noHandshake}. See docs/tls.md.");
        string?[] rooms = options.Rooms.Count == 0 ? [null] : [.. options.Rooms];
        using var screens = new BotScreens(terminal, rooms);
        // It listens to this machine only. The room answers over the connection that the bot opens, but tells bots apart by the
        // address that they are known by, so that must be ours as the room's machine sees it.
        var runner = new BotRunner(
            starting => setup.StartNodeAsync(ours.ToString(), terminal, starting), address, options.Patience,
            () => screens.SayLost(address, options.Patience), time);
        await using var programs = new BotPrograms(options.Exec, terminal, time, atOnce);
        var bots = rooms.Zip(screens.All).SelectMany(one => Enumerable.Range(0, options.Count)
            .Select(_ => setup.NewBot(newTicket(), ScriptedActions.None, programs.Start(), one.Second, one.First))).ToList();
        BotScreen ScreenOf(int bot) => screens.All[bot / options.Count];
        var living = runner.RunAsync(bots, AnswerLimit + (AnswerLimitOfABot * bots.Count), (bot, ending) =>
        {
            programs.NoteEnded(bot);
            // A single bot's ending is the program's, and a program of --exec may explain it differently.
            if (bots.Count > 1 && !programs.HasCrashed(bot))
                ScreenOf(bot).ExitCodeOf(ending, address, runner);
        }, interrupted);
        _ = GiveUpWhenRefusedAsync(setup, runner, bots, probe, living, time, interrupted);
        await programs.WatchAsync(bots, living, interrupted).ConfigureAwait(false);
        return (await living.ConfigureAwait(false))
            .Select((ending, bot) => programs.HasCrashed(bot) ? ExitCode.NotAsExpected : ScreenOf(bot).ExitCodeOf(ending, address, runner)).Max();
    }

    private static string UnlikeTls(RoomAddress room) => room.IsSecure
        ? $"The room at {room} speaks TLS, and this bot does not: give it a certificate with --tls, and whom to trust with --tls-trust. See docs/tls.md."
        : $"This bot speaks TLS, and by its address the room at {room} does not. If the seed node has --tls, join {room with { IsSecure = true }}; if it has none, start it with --tls, or leave that out here.";

    /// <summary>Ends the search if a node refuses us: Akka.NET would try again and again, and not say why.</summary>
    private static async Task GiveUpWhenRefusedAsync(
        BotSetup setup, BotRunner runner, IReadOnlyList<BotSession> bots, TlsProbe? probe, Task living, TimeProvider time, CancellationToken interrupted)
    {
        // A bot that is in has not been refused; if its connection ends later, that has another reason.
        var settled = Task.WhenAny([living, .. bots.Select(bot => bot.HasBeenIn)]);
        if (probe is not null)
        {
            if (await probe.RefusalUntilAsync(settled).ConfigureAwait(false) is { } why)
                runner.GiveUp(why);
            return;
        }

        // The settings alone can turn TLS on, too; then the log says why a handshake fails.
        if (setup.IsSecure)
            return;
        await Task.WhenAny(settled, runner.Node).ConfigureAwait(false);
        if (settled.IsCompleted)
            return;
        var node = await runner.Node.ConfigureAwait(false);
        await Task.WhenAny(settled, node.ConnectionProblemSeen).ConfigureAwait(false);
        var room = setup.Options.Address;
        if (!settled.IsCompleted && await TlsProbe.IsSpokenAtAsync(room.Host, room.Port, time, interrupted).ConfigureAwait(false))
            runner.GiveUp(TlsFailure.OnlyTheySpeakTls);
    }
}
