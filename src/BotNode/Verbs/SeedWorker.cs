using System.Reflection;
using Akka.Actor;
using Akka.Configuration;
using BotNode.CommandLine;
using BotNode.Nodes;
using BotNode.Output;
using BotNode.Running;
using Chatroom.Actors;

namespace BotNode.Verbs;

/// <summary>Hosts one room from its opening to its end.</summary>
internal static class SeedWorker
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(2);

    /// <summary>Prints the room's address, then what happens in it.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(SeedOptions options, Terminal terminal)
    {
        var plan = SeedPlan.Load(options);
        var settings = NodeSettings.Seed();
        if (!plan.IsGood || !settings.IsGood)
            return terminal.CouldNotRun([.. plan.Errors, .. settings.Errors]);
        if (TranscriptFile.Problem(options.Conversation.Transcript) is { } noFile)
            return terminal.CouldNotRun(noFile);
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
            return await HostAsync(options, plan.Value, WithTls(settings.Value, options), terminal, orders.GiveUp, stopping.Token).ConfigureAwait(false);
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
        var (scenario, past) = (plan.Scenario, plan.Past);
        await using var file = plan.OpenTranscript();
        await using var node = ActorNode.Start(
            RoomAddress.SystemName, settings, options.Host, options.Port, options.Host, terminal.Error);
        var address = new RoomAddress(options.Host, node.Port, node.IsSecure);
        terminal.Out.WriteLine(options.Json ? address.ToJson() : address.ToString());
        if (past is not null && !options.Json)
            terminal.Out.WriteLine($"The conversation in {plan.Transcript} goes on after event {past.Events.Count}.");
        var observer = new SeedObserver(terminal, Header(scenario), options.Json, file, past);
        var room = node.System.ActorOf(ChatroomActor.Props(scenario, scenario.Seed!.Value, observer, past?.Events ?? []), ChatroomActor.Name);
        await using var givingUp = givenUp.Register(() => room.Tell(ChatroomActor.GiveUp.Instance));
        var reason = await ClosedAsync(room, observer, interrupted).ConfigureAwait(false);
        var wanted = scenario.Expect?.Reason ?? (Room.IsByItsRules(reason) ? reason : CloseReason.Completed);
        if (reason == wanted)
            return file?.Problem is null ? ExitCode.AsExpected : ExitCode.NotAsExpected;
        return options.Driven
            ? ExitCode.NotAsExpected // `run` says why.
            : terminal.NotAsExpected($"The room closed with {Words.Of(reason)}, not {Words.Of(wanted)}.");
    }

    /// <summary>Waits for the end; when interrupted, lets the room end in order first, so that everybody hears of it.</summary>
    private static async Task<CloseReason> ClosedAsync(IActorRef room, SeedObserver observer, CancellationToken interrupted)
    {
        try
        {
            return await observer.Closed.WaitAsync(interrupted).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            room.Tell(ChatroomActor.Stop.Instance);
            await Task.WhenAny(observer.Closed, Task.Delay(StopLimit, TimeProvider.System, CancellationToken.None)).ConfigureAwait(false);
            throw;
        }
    }

    private static TranscriptHeader Header(Scenario scenario) => new(
        scenario.Name, ScenarioDigest.Of(scenario), scenario.Seed!.Value, scenario.Names, scenario.Room, $"botnode {Version}");

    private static string Version => typeof(SeedWorker).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
