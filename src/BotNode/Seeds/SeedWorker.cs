using Akka.Actor;
using BotNode.Nodes;
using BotNode.Output;
using BotNode.Tls;
using Chatroom.Actors;
using RemoteGuard.Sleep;

namespace BotNode.Seeds;

/// <summary>Hosts rooms until all of them have ended.</summary>
internal static class SeedWorker
{
    private static readonly TimeSpan OpenLimit = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan ReadEvery = TimeSpan.FromSeconds(1);

    /// <summary>Prints the node's address, then what happens in its rooms.</summary>
    /// <param name="setup">What to host, and how.</param>
    /// <param name="terminal">Where to print.</param>
    /// <param name="time">Limits how long an orderly end may take.</param>
    /// <param name="drawSeed">Draws the seed of a conversation that is given none.</param>
    /// <param name="commands">The commands of `run`, if it drives this node.</param>
    /// <param name="interrupted">Cancelled when the node shall end.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        SeedSetup setup, Terminal terminal, TimeProvider time, Func<long> drawSeed, SeedCommands commands, CancellationToken interrupted)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(interrupted, commands.Stop);
        try
        {
            NodeTlsWarning.Say(setup.Options.Driven ? null : setup.Start.Tls, terminal);
            NodeTlsWarning.SayIfOpen(setup.Options.Host, setup.IsSecure, terminal);
            return await HostAsync(setup, terminal, time, drawSeed, commands, stopping.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception error) when (setup.Plan.Transcript is not null && error is IOException or UnauthorizedAccessException)
        {
            return terminal.CouldNotRun(Unwritable.Problem(setup.Plan.Transcript, error));
        }
        catch (NodeStartException error)
        {
            return terminal.CouldNotRun(error.Message);
        }
    }

    /// <summary>Hosts the rooms of a plan until they have ended, or the node has.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    internal static async Task<int> HostAsync(
        SeedSetup setup, Terminal terminal, TimeProvider time, Func<long> drawSeed, SeedCommands commands, CancellationToken interrupted)
    {
        var awake = new AwakeTime(time, 2 * ReadEvery);
        await using var reading = time.CreateTimer(_ => awake.GetTimestamp(), null, ReadEvery, ReadEvery);
        var rooms = new HostedRooms(setup.Plan, setup.Options, terminal, drawSeed, awake);
        ActorNode? node = null;
        try
        {
            await OpenTranscriptsAsync(rooms, time, interrupted).ConfigureAwait(false);
            var start = setup.Start with { Settings = RoomThreads.AddTo(setup.Start.Settings, rooms.Count) };
            node = await ActorNode.StartAsync(start, terminal.Error, interrupted).ConfigureAwait(false);
            Announce(new RoomAddress(setup.Options.Host, node.Port, node.IsSecure), setup, terminal);
            var top = rooms.Start(node.System);
            await using var trim = setup.Options.Driven ? null : new MemoryTrim(time);
            await using var givingUp = commands.GiveUp.Register(() => top.Tell(ChatroomActor.GiveUp.Instance));
            commands.Gone = bot => top.Tell(new ChatroomActor.ProcessEnded(bot));
            return await new SeedEnd(node, rooms, top, terminal, time).WaitAsync(interrupted).ConfigureAwait(false);
        }
        finally
        {
            if (node is not null)
                await node.EndAsync(commands.WaitNoMore).ConfigureAwait(false);
            await rooms.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task OpenTranscriptsAsync(HostedRooms rooms, TimeProvider time, CancellationToken interrupted)
    {
        var opening = Task.Run(rooms.OpenFirstTranscripts, CancellationToken.None);
        try
        {
            await opening.WaitAsync(interrupted).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // What it makes meanwhile is to be removed. But a pipe opens when somebody reads it, which may be never.
            await Task.WhenAny(opening, Task.Delay(OpenLimit, time, CancellationToken.None)).ConfigureAwait(false);
            throw;
        }
    }

    private static void Announce(RoomAddress address, SeedSetup setup, Terminal terminal)
    {
        terminal.Out.WriteLine(setup.Options.Json ? address.ToJson() : address.ToString());
        if (setup.Options.Json)
            return;
        if (setup.Plan.Rooms.Count > 0)
            terminal.Out.WriteLine($"The rooms are {ChatText.Named(setup.Plan.Rooms)}; join one with: botnode bot --room NAME");
        if (setup.Plan.Past is { } past)
            terminal.Out.WriteLine($"The conversation in {setup.Plan.Transcript} goes on after event {past.Events.Count}.");
    }
}
