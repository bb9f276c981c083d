using Akka.Actor;
using Akka.Configuration;
using BotNode.CommandLine;
using BotNode.Nodes;
using BotNode.Output;
using BotNode.Processes;
using BotNode.Tls;
using Chatroom.Actors;

namespace BotNode.Seeds;

/// <summary>Hosts rooms until all of them have ended.</summary>
internal static class SeedWorker
{
    private const int MostWaitingRooms = 32;

    // To bring a transcript to its end and to the disk; of many rooms each takes it a while.
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StopLimitOfARoom = TimeSpan.FromMilliseconds(100);

    /// <summary>Prints the node's address, then what happens in its rooms.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(SeedOptions options, Terminal terminal)
    {
        var settings = NodeSettings.Seed();
        var plan = SeedPlan.Load(options, settings.Value?.Rooms ?? RoomsSettings.One);
        if (!plan.IsGood || !settings.IsGood)
            return terminal.CouldNotRun([.. plan.Errors, .. settings.Errors]);
        if (plan.Value.TranscriptProblem is { } noFile)
            return terminal.CouldNotRun(noFile);
        if (options.Json && plan.Value.Rooms.Count > 0)
            return terminal.CouldNotRun("--json prints the transcript of one room; with several of them use --transcript FOLDER.");
        var tls = options.Tls?.Load(TimeProvider.System);
        if (tls is { IsGood: false })
            return terminal.CouldNotRun(tls.Errors);
        if (await AddressProbe.TryListenAsync(options.Host, options.Port).ConfigureAwait(false) is { } problem)
        {
            return terminal.CouldNotRun(
                $"Can't listen on {options.Host}:{options.Port}: {problem}. Choose another with --host and --port; --port 0 takes any that is free.");
        }

        using var orders = new SeedCommands();
        using var driver = options.Driven ? new CommandPipe(terminal, orders.Take, () => ThrowAwayCertificates.Remove(options.Tls)) : null;
        using var signals = driver is null ? new Signals(terminal.Out.Lost) : null; // A driven node stops when `run` says so or is gone.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(signals?.Interrupted ?? terminal.Out.Lost, orders.Stop);
        try
        {
            NodeTlsWarning.Say(options.Driven ? null : tls?.Value, terminal);
            NodeTlsWarning.SayIfOpen(options.Host, tls is not null || settings.Value.Akka.GetBoolean("akka.remote.dot-netty.tcp.enable-ssl"), terminal);
            var start = new NodeStart(
                RoomAddress.SystemName, LogRefusals(NodeSettings.WithRooms(settings.Value.Akka, plan.Value.Rooms), options), NodeSettings.SeedFile,
                options.Host, options.Port, options.Host, tls?.Value);
            return await HostAsync(options, plan.Value, start, terminal, orders, stopping.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception error) when (plan.Value.Transcript is not null && error is IOException or UnauthorizedAccessException)
        {
            return terminal.CouldNotRun(Unwritable.Problem(plan.Value.Transcript, error));
        }
        catch (NodeStartException error)
        {
            return terminal.CouldNotRun(error.Message);
        }
    }

    /// <summary>Shows the operator why a node was refused: that is a warning.</summary>
    private static Config LogRefusals(Config settings, SeedOptions options) =>
        options.Tls is null || options.Driven || settings.GetString("akka.loglevel") != "ERROR"
            ? settings
            : ConfigurationFactory.ParseString("akka.loglevel = WARNING").WithFallback(settings);

    /// <summary>Hosts the rooms of a plan until they have ended, or the node has.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    internal static async Task<int> HostAsync(
        SeedOptions options, SeedPlan plan, NodeStart start, Terminal terminal, SeedCommands orders, CancellationToken interrupted)
    {
        var rooms = plan.Names.Select(name => new HostedRoom(plan, name, options, terminal)).ToList();
        ActorNode? node = null;
        try
        {
            rooms.ForEach(room => room.OpenFirstTranscript());
            LetRoomsWaitForTheDisk(rooms.Count);
            node = await ActorNode.StartAsync(start, terminal.Error, interrupted).ConfigureAwait(false);
            Announce(new RoomAddress(options.Host, node.Port, node.IsSecure), options, plan, terminal);
            var top = plan.Rooms.Count == 0
                ? node.System.ActorOf(RoomDoor.Props(rooms[0].Begin), ChatroomActor.Name)
                : node.System.ActorOf(RoomsActor.Props([.. rooms.Select(room => (room.Name!, (Func<int, Props?>)room.Begin))]), RoomPath.Rooms);
            await using var trim = options.Driven ? null : new MemoryTrim();
            await using var givingUp = orders.GiveUp.Register(() => top.Tell(ChatroomActor.GiveUp.Instance));
            return await EndedAsync(node, top, rooms, terminal, interrupted).ConfigureAwait(false);
        }
        finally
        {
            if (node is not null)
                await node.EndAsync(orders.WaitNoMore).ConfigureAwait(false);
            foreach (var room in rooms)
                await room.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>A room holds a thread while its transcript is brought to the disk. When many do, the rest of the node, its signs of life among it, must not wait.</summary>
    private static void LetRoomsWaitForTheDisk(int rooms)
    {
        ThreadPool.GetMinThreads(out var threads, out var ports);
        ThreadPool.SetMinThreads(threads + Math.Min(rooms - 1, MostWaitingRooms), ports);
    }

    private static void Announce(RoomAddress address, SeedOptions options, SeedPlan plan, Terminal terminal)
    {
        terminal.Out.WriteLine(options.Json ? address.ToJson() : address.ToString());
        if (options.Json)
            return;
        if (plan.Rooms.Count > 0)
            terminal.Out.WriteLine($"The rooms are {ChatText.Named(plan.Rooms)}; join one with: botnode bot --room NAME");
        if (plan.Past is { } past)
            terminal.Out.WriteLine($"The conversation in {plan.Transcript} goes on after event {past.Events.Count}.");
    }

    /// <summary>Waits for the end of all rooms; when interrupted, lets them end in order first, so that everybody hears of it.</summary>
    private static async Task<int> EndedAsync(
        ActorNode node, IActorRef top, List<HostedRoom> rooms, Terminal terminal, CancellationToken interrupted)
    {
        var ended = Task.WhenAll(rooms.Select(room => room.Ended));
        try
        {
            var gone = top.WatchAsync(CancellationToken.None);
            await Task.WhenAny(ended, gone, node.EndedByItself).WaitAsync(interrupted).ConfigureAwait(false);
            return rooms.TrueForAll(room => room.Ended.IsCompleted)
                ? (await ended.ConfigureAwait(false)).Max()
                : terminal.NotAsExpected($"The seed node ends: {await WhyEndingAsync(node).ConfigureAwait(false)}. A transcript goes as far as what happened.");
        }
        catch (OperationCanceledException)
        {
            rooms.ForEach(room => room.BeginNoMore());
            top.Tell(ChatroomActor.Stop.Instance);
            await Task.WhenAny(ended, Task.Delay(StopLimit + (StopLimitOfARoom * rooms.Count), TimeProvider.System, CancellationToken.None)).ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<string> WhyEndingAsync(ActorNode node)
    {
        if (!node.EndedByItself.IsCompleted && !node.IsEnding)
            return "somebody has stopped its rooms";
        await Task.WhenAny(node.EndedByItself, Task.Delay(StopLimit, TimeProvider.System, CancellationToken.None)).ConfigureAwait(false);
        return node.EndedByItself.IsCompleted ? await node.EndedByItself.ConfigureAwait(false) : "its actor system is ending";
    }
}
