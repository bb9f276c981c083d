using System.Globalization;

namespace Chatroom.Actors;

/// <summary>
/// Minds that are asked in virtual time. It stands still while one thinks: whoever asks waits on its own thread, which runs everything.
/// So a mind that answers the same to the same makes a play that can be repeated.
/// </summary>
/// <param name="replyTimeout">How long a mind may think, in real time, if that is not too short: it is silent then.</param>
/// <param name="mindOf">Makes the mind of each bot that starts; null for one that thinks as its persona does.</param>
/// <param name="clock">Tells how long they think.</param>
/// <param name="cancelled">Ends the waiting.</param>
/// <param name="known">What minds have answered before, if that matters.</param>
internal sealed class AskedMinds(TimeSpan replyTimeout, Func<string, IMind?> mindOf, TimeProvider clock, CancellationToken cancelled, KnownAnswers? known = null)
    : IAsyncDisposable
{
    // A run in which a real limit strikes can't be repeated: where a machine is busy, an interpreter may need seconds to start.
    private static readonly TimeSpan LeastLimit = TimeSpan.FromSeconds(10);

    private readonly TimeSpan _limit = replyTimeout > LeastLimit ? replyTimeout : LeastLimit;
    private readonly List<Asked> _asked = [];
    private readonly List<string> _failures = [];
    private readonly List<string> _differences = [];

    /// <summary>How long they have thought, in real time.</summary>
    public TimeSpan Thought { get; private set; }

    /// <summary>Which of them could not answer, and why, a line each.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>Which of them answered the same otherwise than before, a line each.</summary>
    public IReadOnlyList<string> Differences => _differences;

    /// <summary>What they did wrong and was not heeded; known when they have ended.</summary>
    public MindComplaint Complaint { get; private set; }

    private bool AreCompared => known is not null;

    /// <summary>Whether a bot says nothing with this answer of its mind.</summary>
    public static bool IsSilence(string? answer) => string.IsNullOrWhiteSpace(ChatText.Clean(answer ?? ""));

    /// <summary>The mind of a bot that starts; null if its persona thinks.</summary>
    /// <param name="name">The bot's name.</param>
    /// <param name="onEnded">Called while it is asked, if it has ended.</param>
    /// <param name="onSilent">Called while it is asked, with the round, if it says nothing.</param>
    public IMind? Of(string name, Action onEnded, Action<int>? onSilent = null)
    {
        if (mindOf(name) is not { } mind)
        {
            return null;
        }
        _asked.Add(new Asked(this, name, mind, onEnded, onSilent));
        return _asked[^1];
    }

    /// <summary>Ends them, when the conversation is over. One that ends badly is a failure: it may have crashed after its last answer.</summary>
    public async Task EndAsync()
    {
        var ends = await Task.WhenAll(_asked.Select(asked => asked.EndAsync(isJudged: !cancelled.IsCancellationRequested))).ConfigureAwait(false);
        _failures.AddRange(ends.OfType<string>());
        Complaint = _asked.Aggregate(default(MindComplaint), (sum, asked) => sum + asked.Complaint);
    }

    /// <summary>Ends those that have not ended, however they do.</summary>
    public async ValueTask DisposeAsync() => await Task.WhenAll(_asked.Select(asked => asked.EndAsync(isJudged: false))).ConfigureAwait(false);

#pragma warning disable CA1031 // It is foreign code.
    private string? Ask(IMind mind, Prompt prompt, string told, Action onEnded, out bool isLost)
    {
        var start = clock.GetTimestamp();
        isLost = false;
        try
        {
            var answer = mind.AskAsync(prompt, cancelled).WaitAsync(_limit, clock, cancelled).GetAwaiter().GetResult();
            if (known?.Differing(told, answer) is { } earlier)
            {
                _differences.Add(string.Create(CultureInfo.InvariantCulture, $"{prompt.Name} answers the same otherwise in round {prompt.Round}: once '{earlier}', then '{answer}'"));
            }
            return answer;
        }
        catch (OperationCanceledException) when (cancelled.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception error)
        {
            var how = error switch
            {
                MindEndedException => error.Message,
                TimeoutException => string.Create(CultureInfo.InvariantCulture, $"gave no answer within {_limit.TotalSeconds:0.###} s of real time{WhatElse(mind)}"),
                _ => $"failed: {error.Message}",
            };
            _failures.Add(string.Create(CultureInfo.InvariantCulture, $"{prompt.Name} has no answer in round {prompt.Round}: its mind {how}"));
            isLost = error is TimeoutException or MindEndedException;
            if (error is MindEndedException)
            {
                onEnded();
            }
            return null;
        }
        finally
        {
            Thought += clock.GetElapsedTime(start);
        }
    }
#pragma warning restore CA1031

    private static string WhatElse(IMind mind) => mind is IRunningMind { Complaint.First: { } wrong } ? $"; it {wrong}" : "";

    private sealed class Asked(AskedMinds minds, string name, IMind mind, Action onEnded, Action<int>? onSilent) : IMind
    {
        private string _told = "";

        // One that did not answer once would hold up everything again.
        private bool _isLost;

        private bool _isOver;

        public MindComplaint Complaint => mind is IRunningMind { Complaint: { First: { } first } all } ? all with { First = $"{name}: its mind {first}" } : default;

        public async Task<string?> EndAsync(bool isJudged)
        {
            if (_isOver)
            {
                return null;
            }
            _isOver = true;
            if (isJudged && mind is IRunningMind running)
            {
                var how = await running.EndAsync().ConfigureAwait(false);
                return how is null || _isLost ? null : $"{name} is asked no more, and its mind {how}";
            }
            if (mind is IAsyncDisposable its)
            {
                await its.DisposeAsync().ConfigureAwait(false);
            }
            return null;
        }

        public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken)
        {
            if (minds.AreCompared)
                _told = KnownAnswers.Hash(_told, prompt.ToString());
            var answer = _isLost ? null : minds.Ask(mind, prompt, _told, onEnded, out _isLost);
            if (IsSilence(answer))
                onSilent?.Invoke(prompt.Round);
            return Task.FromResult(answer);
        }

        public void Hear(RoomEvent happened)
        {
            if (minds.AreCompared)
                _told = KnownAnswers.Hash(_told, EventJson.LineOf(happened));
            mind.Hear(happened);
        }

        public TimeSpan ThinkTime(Prompt prompt) => mind.ThinkTime(prompt);
    }
}
