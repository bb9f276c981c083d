using System.Globalization;
using System.Reflection;
using Akka.Actor;
using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.Seeds;

/// <summary>A room of a seed node: begins its conversations, one after the other, each with a transcript of its own, and judges them.</summary>
/// <param name="plan">What there is to host.</param>
/// <param name="name">The room's name; null for one that is alone.</param>
/// <param name="options">How it is shown.</param>
/// <param name="terminal">Where it is shown.</param>
internal sealed class HostedRoom(SeedPlan plan, string? name, SeedOptions options, Terminal terminal) : IAsyncDisposable
{
    private readonly TaskCompletionSource<int> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _label = RoomLabel.Of(name);
    private volatile bool _isLast;
    private int _exitCode = ExitCode.AsExpected;
    private int _number;
    private Scenario? _scenario;
    private SeedObserver? _observer;
    private LastingWriter? _file;

    /// <summary>The room's name; null for one that is alone.</summary>
    public string? Name => name;

    /// <summary>The gravest exit code of its conversations, once there will be no more; fails when the room broke.</summary>
    public Task<int> Ended => _ended.Task;

    /// <summary>Opens the transcript of the first conversation, so that what is wrong with it shows before anything starts.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void OpenFirstTranscript() => _file = plan.OpenTranscript(name, 1);

    /// <summary>Lets the conversation that is on be the last one.</summary>
    public void BeginNoMore() => _isLast = true;

    /// <summary>Begins a conversation when the one before has ended; called by one thread at a time.</summary>
    /// <param name="number">Which, from 1.</param>
    /// <returns>The room's actor; null when there is no more to begin.</returns>
    public Props? Begin(int number)
    {
        try
        {
            if (number > 1)
                End();
            if (_isLast || number > (plan.Repeat ?? int.MaxValue))
            {
                _ended.TrySetResult(_exitCode);
                return null;
            }

            return Next(number);
        }
        catch (Exception broken)
        {
            // The seed node fails with it, but not before its other rooms have ended.
            if (plan.Rooms.Count > 1)
                terminal.NotAsExpected($"{_label}The room broke: {ChatText.Clean(broken.Message)}");
            _ended.TrySetException(broken);
            return null;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_file is not null)
            await _file.DisposeAsync().ConfigureAwait(false);
    }

    private Props Next(int number)
    {
        _number = number;
        if (number > 1)
        {
            _file = OpenTranscript(number);
            if (!options.Json)
                terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_label}The chatroom opens again: conversation {number}{(plan.Repeat is { } all ? $" of {all}" : "")}."));
        }

        _scenario = plan.ScenarioOf(name, number);
        _observer = new SeedObserver(terminal, Header(_scenario), options.Json, _file, plan.Past, _label);
        return ChatroomActor.Props(_scenario, _scenario.Seed!.Value, _observer, plan.Past?.Events ?? []);
    }

    // The conversation is not endangered by a transcript that can't be written.
    private LastingWriter? OpenTranscript(int number)
    {
        var problem = TranscriptFile.Problem(plan.TranscriptOf(name, number));
        try
        {
            if (problem is null)
                return plan.OpenTranscript(name, number);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problem = error.Message;
        }

        _exitCode = terminal.NotAsExpected(string.Create(CultureInfo.InvariantCulture, $"{_label}Conversation {number} has no transcript: {problem}"));
        return null;
    }

    private void End()
    {
        var reason = _observer!.Closed.GetAwaiter().GetResult(); // It has ended, and says how, or why it broke.
        var wanted = _scenario!.WantedReason(reason);
        if (reason != wanted || _file?.Problem is not null)
            _exitCode = ExitCode.NotAsExpected;
        // `run` says why by itself; and whoever stopped it knows.
        if (reason != wanted && !options.Driven && !_isLast)
            terminal.NotAsExpected($"{_label}The room closed with {EnumWords.Of(reason)}, not {EnumWords.Of(wanted)}{InWhich}.");
        _file?.Dispose();
        _file = null;
    }

    private string InWhich => plan.Repeat == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", in conversation {_number}");

    private static TranscriptHeader Header(Scenario scenario) => new(
        scenario.Name, ScenarioDigest.Of(scenario), scenario.Seed!.Value, scenario.Names, scenario.Room, $"botnode {Version}");

    private static string Version => typeof(HostedRoom).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
