using System.Globalization;
using Akka.Actor;
using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.Seeds;

/// <summary>A room of a seed node: begins its conversations, one after the other, each with a transcript of its own, and judges them.</summary>
/// <param name="plan">What there is to host.</param>
/// <param name="name">The room's name; null for a single room.</param>
/// <param name="options">How it is shown.</param>
/// <param name="terminal">Where it is shown.</param>
/// <param name="drawSeed">Draws the seed of a conversation that is given none.</param>
/// <param name="awake">The time in which this process ran.</param>
internal sealed class HostedRoom(
    SeedPlan plan, string? name, SeedOptions options, Terminal terminal, Func<long> drawSeed, TimeProvider awake) : IAsyncDisposable
{
    private readonly TaskCompletionSource<int> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _label = RoomLabel.Of(name);
    private ConversationSeries _series = new(plan.Repeat, plan.Scenario.Expect?.Reason);
    private volatile bool _isStopped;
    private HostedConversation? _conversation;
    private LastingWriter? _file;
    private string? _madeAhead;

    /// <summary>The room's name; null for a single room.</summary>
    public string? Name => name;

    /// <summary>The gravest exit code of its conversations, once there are no more; fails if the room broke.</summary>
    public Task<int> Ended => _ended.Task;

    /// <summary>Opens the transcript of the first conversation, so that a problem with it shows before anything starts.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void OpenFirstTranscript()
    {
        var path = plan.TranscriptOf(name, 1);
        _madeAhead = File.Exists(path) ? null : path;
        _file = plan.OpenTranscript(name, 1);
    }

    /// <summary>Lets the present conversation be the last one.</summary>
    public void BeginNoMore() => _isStopped = true;

    /// <summary>Begins a conversation when the one before has ended; one call at a time. It does not fail: <see cref="Ended"/> does.</summary>
    /// <param name="number">Its number, from 1.</param>
    /// <returns>The room's actor; null if there is no more to begin.</returns>
    /// <remarks>It closes and opens files. Only the rooms' own threads wait for that: <see cref="RoomThreads"/>.</remarks>
    public async ValueTask<Props?> BeginAsync(int number)
    {
        try
        {
            if (number > 1)
                await EndAsync(number - 1).ConfigureAwait(false);
            if (_series.Next(number, _isStopped) is ConversationSeries.End end)
            {
                _ended.TrySetResult(end.IsAsExpected ? ExitCode.AsExpected : ExitCode.NotAsExpected);
                return null;
            }

            if (number > 1)
                OpenAgain(number);
            _conversation = new HostedConversation(plan.ScenarioOf(name, number, drawSeed), plan.Past, _file, terminal, _label, options.Json, awake);
            return _conversation.Props;
        }
        catch (Exception broken)
        {
            // The seed node fails with it, but only after its other rooms have ended.
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
        // It was interrupted, or broke, before there was anything to write.
        if (_file is not null && _conversation is null && _madeAhead is not null)
            File.Delete(_madeAhead);
    }

    private async Task EndAsync(int number)
    {
        var reason = await _conversation!.Ended.ConfigureAwait(false); // Says how it ended, or throws why it broke.
        _series = _series.After(reason, isTranscriptWhole: _file is null ? plan.Transcript is null : _file.Problem is null);
        var wanted = _series.Wanted(reason);
        // `run` itself says why; and a user that stopped it knows.
        if (reason != wanted && !options.Driven && !_isStopped)
            terminal.NotAsExpected($"{_label}The room closed with {EnumWords.Of(reason)}, not {EnumWords.Of(wanted)}{InWhich(number)}.");
        _file?.Dispose();
        _file = null;
    }

    private void OpenAgain(int number)
    {
        _file = OpenTranscript(number);
        if (!options.Json)
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_label}The chatroom opens again: conversation {number}{(plan.Repeat is { } all ? $" of {all}" : "")}."));
    }

    // A transcript that can't be written does not stop the conversation.
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

        terminal.NotAsExpected(string.Create(CultureInfo.InvariantCulture, $"{_label}Conversation {number} has no transcript: {problem}"));
        return null;
    }

    private string InWhich(int number) => plan.Repeat == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", in conversation {number}");
}
