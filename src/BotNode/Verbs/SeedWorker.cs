using Akka.Actor;
using Akka.Configuration;
using BotNode.CommandLine;
using BotNode.Nodes;
using BotNode.Output;
using BotNode.Running;
using Chatroom.Actors;

namespace BotNode.Verbs;

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
        var plan = SeedPlan.Load(options);
        var settings = NodeSettings.Seed();
        if (!plan.IsGood || !settings.IsGood)
            return terminal.CouldNotRun([.. plan.Errors, .. settings.Errors]);
        if (plan.Value.TranscriptProblem is { } noFile)
            return terminal.CouldNotRun(noFile);
        if (options.Json && plan.Value.Rooms.Count > 0)
            return terminal.CouldNotRun("--json prints the transcript of one room; with several of them use --transcript FOLDER.");
        if (TlsOptions.Problem(options.Tls) is { } noTls)
            return terminal.CouldNotRun(noTls);
        if (await SeedProbe.TryListenAsync(options.Host, options.Port).ConfigureAwait(false) is { } problem)
        {
            return terminal.CouldNotRun(
                $"Can't listen on {options.Host}:{options.Port}: {problem}. Choose another with --host and --port; --port 0 takes any that is free.");
        }

        using var orders = new SeedOrders();
        using var driver = options.Driven ? new Driver(terminal, orders.Take, () => ThrowAwayCertificates.Remove(options.Tls)) : null;
        using var signals = driver is null ? new Signals(terminal.Out.Lost) : null; // A driven node stops when `run` says so or is gone.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(signals?.Interrupted ?? terminal.Out.Lost, orders.Stop);
        try
        {
            return await HostAsync(options, plan.Value, WithTls(NodeSettings.WithRooms(settings.Value, plan.Value.Rooms), options), terminal, orders.GiveUp, stopping.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception error) when (plan.Value.Transcript is not null && error is IOException or UnauthorizedAccessException)
        {
            return terminal.CouldNotRun($"{plan.Value.Transcript} can't be written: {error.Message}");
        }
        catch (AkkaException error)
        {
            return terminal.CouldNotRun($"The actor system does not start with hocon/seed.conf on {options.Host}:{options.Port}: {error.Message}{TlsOptions.Hint(options.Tls)}");
        }
    }

    private static Config WithTls(Config settings, SeedOptions options)
    {
        if (options.Tls is null)
            return settings;
        var secure = options.Tls.Over(settings);

        // Who is turned away at the door, and why, is worth knowing to who sits before the screen.
        return options.Driven || settings.GetString("akka.loglevel") != "ERROR"
            ? secure
            : ConfigurationFactory.ParseString("akka.loglevel = WARNING").WithFallback(secure);
    }

    private static async Task<int> HostAsync(
        SeedOptions options, SeedPlan plan, Config settings, Terminal terminal, CancellationToken givenUp, CancellationToken interrupted)
    {
        var rooms = plan.Names.Select(name => new HostedRoom(plan, name, options, terminal)).ToList();
        try
        {
            rooms.ForEach(room => room.OpenFirstTranscript());
            LetRoomsWaitForTheDisk(rooms.Count);
            await using var node = ActorNode.Start(
                RoomAddress.SystemName, settings, options.Host, options.Port, options.Host, terminal.Error);
            Announce(new RoomAddress(options.Host, node.Port, node.IsSecure), options, plan, terminal);
            var top = plan.Rooms.Count == 0
                ? node.System.ActorOf(RoomDoor.Props(rooms[0].Begin), ChatroomActor.Name)
                : node.System.ActorOf(RoomsActor.Props([.. rooms.Select(room => (room.Name!, (Func<int, Props?>)room.Begin))]), RoomPath.Rooms);
            await using var givingUp = givenUp.Register(() => top.Tell(ChatroomActor.GiveUp.Instance));
            return await EndedAsync(top, rooms, interrupted).ConfigureAwait(false);
        }
        finally
        {
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
            terminal.Out.WriteLine($"The rooms are {Line.Named(plan.Rooms)}; join one with: botnode bot --room NAME");
        if (plan.Past is { } past)
            terminal.Out.WriteLine($"The conversation in {plan.Transcript} goes on after event {past.Events.Count}.");
    }

    /// <summary>Waits for the end of all rooms; when interrupted, lets them end in order first, so that everybody hears of it.</summary>
    private static async Task<int> EndedAsync(IActorRef top, List<HostedRoom> rooms, CancellationToken interrupted)
    {
        var ended = Task.WhenAll(rooms.Select(room => room.Ended));
        try
        {
            return (await ended.WaitAsync(interrupted).ConfigureAwait(false)).Max();
        }
        catch (OperationCanceledException)
        {
            rooms.ForEach(room => room.BeginNoMore());
            top.Tell(ChatroomActor.Stop.Instance);
            await Task.WhenAny(ended, Task.Delay(StopLimit + (StopLimitOfARoom * rooms.Count), TimeProvider.System, CancellationToken.None)).ConfigureAwait(false);
            throw;
        }
    }
}
