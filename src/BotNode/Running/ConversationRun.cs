using System.Threading.Channels;
using BotNode.Nodes;
using BotNode.Output;
using BotNode.Processes;
using Chatroom.Actors;

namespace BotNode.Running;

/// <summary>
/// A conversation across processes, seen from `run`:
/// <code>
/// start the seed node and all bot nodes at once
///   -> the seed node says its address       -> the script tells the bots to join
///   -> the seed node tells event by event   -> printed, and handed to the script
///   -> the transcript ends, the bots end    -> the seed node is told, and ends
///   -> judged
/// </code>
/// However it ends, every process that it started has ended when <see cref="RunAsync"/> returns.
/// </summary>
internal sealed class ConversationRun : IDisposable
{
    private static readonly TimeSpan BotsEndLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SeedEndLimit = TimeSpan.FromSeconds(12);

    // How much later than a process that it started `run` may hear of the same Ctrl-C.
    private static readonly TimeSpan SignalLimit = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource _interrupted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<RunInput> _happenings = Channel.CreateUnbounded<RunInput>();
    private readonly List<RoomEvent> _events = [];
    private readonly Scenario _scenario;
    private readonly Terminal _terminal;
    private readonly NodeProgram _program;
    private readonly TimeProvider _time;
    private readonly EventPrinter _printer;
    private readonly ChildProcess _seed;
    private readonly BotProcesses _bots;
    private readonly ProcessStage _stage;
    private readonly ScriptPlayer _player;
    private readonly TranscriptReader _reader = new("what the seed node says");
    private TranscriptHeader? _header;
    private TranscriptEnd? _end;

    /// <summary>Starts all processes.</summary>
    public ConversationRun(Scenario scenario, NodeCommandLines commands, NodeProgram program, Terminal terminal, TimeProvider time)
    {
        _scenario = scenario;
        _terminal = terminal;
        _program = program;
        _time = time;
        _printer = new EventPrinter(terminal, addresses: true);
        // What the seed node says by the program's name is said of the conversation.
        _seed = Start("seed node", commands.Seed, line => line.StartsWith("botnode: ", StringComparison.Ordinal));
        _ = ListenAsync();
        _bots = new BotProcesses(name => StartBot(name ?? "a bot without a name", commands.Bot(name)));
        _stage = new ProcessStage(_bots, time, _happenings.Writer);
        _player = new ScriptPlayer(scenario, _stage);
        foreach (var name in JoinsOf(scenario))
            _bots.StartAhead(name);
    }

    /// <summary>All that the seed node told, once it has told it to the end; null until then.</summary>
    public Transcript? Transcript => _header is { } header && _end is { } end ? new Transcript(header, [.. _events], end) : null;

    /// <summary>Shows the conversation until it ends.</summary>
    /// <returns>One of <see cref="ExitCode"/>; the reason for one that is not 0 stands on stderr.</returns>
    public async Task<int> RunAsync(CancellationToken interrupted)
    {
        await using var interruption = interrupted.Register(_interrupted.SetResult);
        try
        {
            var problem = await FollowAsync(interrupted).ConfigureAwait(false);
            problem ??= await BotsEndAsync(interrupted).ConfigureAwait(false);
            problem ??= await SeedEndsAsync(interrupted).ConfigureAwait(false);
            if (_seed.Exited is { IsCompletedSuccessfully: true, Result: ExitCode.CouldNotRun })
                return ExitCode.CouldNotRun;
            problem ??= Outcome.Problem(_scenario, new StageOutcome([.. _events], _player.StuckAt), _bots);
            if (problem is not null)
                return _terminal.NotAsExpected(problem);
            // The seed node may know of something else, and then has said so: that the transcript breaks off.
            return _seed.Exited is { IsCompletedSuccessfully: true, Result: ExitCode.NotAsExpected } ? ExitCode.NotAsExpected : ExitCode.AsExpected;
        }
        catch (OperationCanceledException)
        {
            await FollowToTheStopAsync().ConfigureAwait(false);
            return ExitCode.Interrupted;
        }
        finally
        {
            await StopSeedAsync().ConfigureAwait(false);
            await KillAllAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _stage.Dispose();
        _bots.Dispose();
        _seed.Dispose();
    }

    /// <summary>Every name, as often as it wants to join; null for one who wants any.</summary>
    private static IEnumerable<string?> JoinsOf(Scenario scenario)
    {
        var roles = new ScriptRoles(scenario.Script);
        return
        [
            .. scenario.Names.Where(name => !roles.Joins(name)),
            .. scenario.Script.OfType<ScriptStep.Join>().Select(step => step.Name),
            .. scenario.Script.OfType<ScriptStep.RefusedJoin>().Select(step => step.Name),
        ];
    }

    /// <summary>Reacts to what happens until the seed node has told all, or has ended.</summary>
    /// <returns>Null, or why the conversation can't go on.</returns>
    private async Task<string?> FollowAsync(CancellationToken interrupted)
    {
        await foreach (var happening in _happenings.Reader.ReadAllAsync(interrupted).ConfigureAwait(false))
        {
            // It had been handed out already when the interruption came.
            if (happening is RunInput.SeedEnded or RunInput.BotEnded)
                interrupted.ThrowIfCancellationRequested();
            switch (happening)
            {
                case RunInput.SeedLine line when _stage.Address is null:
                    _stage.Address = RoomAddress.ParseJson(line.Text);
                    if (_stage.Address is null)
                        return $"The seed node does not begin with its address but with: {line.Text}";
                    break;
                case RunInput.SeedLine line when Take(line.Text) is { } unreadable:
                    return unreadable;
                case RunInput.SeedLine when _end is not null:
                    return null;
                case RunInput.WaitOver wait:
                    wait.Then();
                    break;
                case RunInput.BotEnded bot when Outcome.EndedWhileGathering(bot.Process, _events, _bots):
                    // If the room is full already, it goes on; otherwise it waits in vain.
                    _seed.Tell(new NodeCommand.GiveUp());
                    break;
                case RunInput.SeedEnded seed when !_events.OfType<Closed>().Any() && seed.ExitCode != ExitCode.CouldNotRun:
                    return $"{Outcome.HowEnded(_seed)}{Outcome.When(_events)}.";
                case RunInput.SeedEnded:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Stops the seed node and shows how the conversation ends with that.</summary>
    private async Task FollowToTheStopAsync()
    {
        if (_events.OfType<Closed>().Any())
            return;
        _seed.Tell(new NodeCommand.Stop());
        using var limit = new CancellationTokenSource(SeedEndLimit, _time);
        try
        {
            await FollowAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _seed.Kill(); // It hangs, and would not hear of it the next time either.
        }
    }

    /// <summary>Takes a line of the transcript; returns what is wrong with it, null when nothing is.</summary>
    private string? Take(string line)
    {
        var read = _reader.Next(line);
        switch (read.Value)
        {
            case TranscriptLine.Head head:
                _header = head.Header;
                break;
            case TranscriptLine.Event { Happened: var happened }:
                _events.Add(happened);
                _printer.Print(happened);
                _player.Happened(happened);
                break;
            case TranscriptLine.Tail tail:
                _end = tail.End;
                break;
        }

        return read.IsGood ? null : read.Errors[0];
    }

    /// <summary>Waits for the bots; they end by themselves when the room is closed, but for those that it closed too early for, because one crashed.</summary>
    private async Task<string?> BotsEndAsync(CancellationToken interrupted)
    {
        var hasCrash = Outcome.Crashed(_events, _bots).Count > 0;
        var ending = _bots.Sent.Where(bot => !hasCrash || Outcome.HasJoined(bot, _events)).ToList();
        try
        {
            await Task.WhenAll(ending.Select(bot => bot.Exited)).WaitAsync(BotsEndLimit, _time, interrupted).ConfigureAwait(false);
            return null;
        }
        catch (TimeoutException)
        {
            var left = ending.Where(bot => !bot.Exited.IsCompleted).Select(bot => bot.Name);
            return $"{string.Join("; ", [.. Outcome.Crashed(_events, _bots), string.Join(", ", left)])} did not end with the conversation.";
        }
    }

    /// <summary>Waits for the seed node, which has nothing left to do.</summary>
    private async Task<string?> SeedEndsAsync(CancellationToken interrupted)
    {
        _seed.Tell(new NodeCommand.WaitNoMore());
        try
        {
            await _seed.Exited.WaitAsync(SeedEndLimit, _time, interrupted).ConfigureAwait(false);
            return null;
        }
        catch (TimeoutException)
        {
            return "The seed node did not end with the conversation.";
        }
    }

    /// <summary>Has the seed node close the room, however the conversation came to its end, so that its transcript is whole.</summary>
    private async Task StopSeedAsync()
    {
        if (_seed.Exited.IsCompleted)
            return;
        _seed.Tell(new NodeCommand.Stop());
        await Task.WhenAny(_seed.Exited, Task.Delay(SeedEndLimit, _time, CancellationToken.None)).ConfigureAwait(false);
    }

    private async Task KillAllAsync()
    {
        List<ChildProcess> all = [_seed, .. _bots.All];
        all.ForEach(process => process.Kill());
        await Task.WhenAll(all.Select(process => process.Exited)).ConfigureAwait(false);
    }

    private ChildProcess Start(string name, IEnumerable<string> arguments, Predicate<string> saysAll) =>
        ChildProcess.Start(_program, name, arguments, line => _terminal.Error.WriteLine(saysAll(line) ? line : $"{name}: {line}"));

    private ChildProcess StartBot(string name, IEnumerable<string> arguments)
    {
        var bot = Start(name, arguments, _ => false);
        _ = WatchAsync(bot);
        return bot;
    }

    private async Task ListenAsync()
    {
        while (await _seed.Output.ReadLineAsync().ConfigureAwait(false) is { } line)
            _happenings.Writer.TryWrite(new RunInput.SeedLine(line));
        _happenings.Writer.TryWrite(new RunInput.SeedEnded(await EndOfAsync(_seed).ConfigureAwait(false)));
        _happenings.Writer.Complete();
    }

    private async Task WatchAsync(ChildProcess bot)
    {
        await bot.DrainAsync().ConfigureAwait(false);
        _happenings.Writer.TryWrite(new RunInput.BotEnded(bot, await EndOfAsync(bot).ConfigureAwait(false)));
    }

    // Ctrl-C reaches every process of the terminal, and ends one that does not listen to it yet. That is no crash, but the user's will.
    private async Task<int> EndOfAsync(ChildProcess process)
    {
        var exitCode = await process.Exited.ConfigureAwait(false);
        if (Outcome.IsInterruption(exitCode))
            await Task.WhenAny(_interrupted.Task, Task.Delay(SignalLimit, _time, CancellationToken.None)).ConfigureAwait(false);
        return exitCode;
    }
}
