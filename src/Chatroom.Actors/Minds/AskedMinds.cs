using System.Globalization;

namespace Chatroom.Actors;

/// <summary>
/// Minds that are asked in virtual time. It stands still while one thinks: whoever asks waits on its own thread, which runs everything.
/// So a mind that answers the same to the same makes a play that can be repeated.
/// </summary>
/// <param name="limit">How long a mind may think, in real time: it is silent then.</param>
/// <param name="mindOf">Makes the mind of each bot that starts; null for one that thinks as its persona does.</param>
/// <param name="clock">Tells how long they think.</param>
/// <param name="cancelled">Ends the waiting.</param>
/// <param name="known">What minds have answered before, if that matters.</param>
internal sealed class AskedMinds(TimeSpan limit, Func<string, IMind?> mindOf, TimeProvider clock, CancellationToken cancelled, KnownAnswers? known = null)
{
    private readonly List<string> _failures = [];
    private readonly List<string> _differences = [];

    /// <summary>How long they have thought, in real time.</summary>
    public TimeSpan Thought { get; private set; }

    /// <summary>Which of them could not answer, and why, a line each.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>Which of them answered the same otherwise than before, a line each.</summary>
    public IReadOnlyList<string> Differences => _differences;

    private bool AreCompared => known is not null;

    /// <summary>Whether a bot says nothing with this answer of its mind.</summary>
    public static bool IsSilence(string? answer) => string.IsNullOrWhiteSpace(ChatText.Clean(answer ?? ""));

    /// <summary>The mind of a bot that starts; null if its persona thinks.</summary>
    /// <param name="name">The bot's name.</param>
    /// <param name="onEnded">Called while it is asked, if it has ended.</param>
    /// <param name="onSilent">Called while it is asked, with the round, if it says nothing.</param>
    public IMind? Of(string name, Action onEnded, Action<int>? onSilent = null) => mindOf(name) is { } mind ? new Asked(this, mind, onEnded, onSilent) : null;

#pragma warning disable CA1031 // It is foreign code.
    private string? Ask(IMind mind, Prompt prompt, string told, Action onEnded, out bool isLost)
    {
        var start = clock.GetTimestamp();
        isLost = false;
        try
        {
            var answer = mind.AskAsync(prompt, cancelled).WaitAsync(limit, clock, cancelled).GetAwaiter().GetResult();
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
                TimeoutException => string.Create(CultureInfo.InvariantCulture, $"gave no answer within {limit.TotalSeconds:0.###} s"),
                _ => $"failed: {error.Message}",
            };
            _failures.Add(string.Create(CultureInfo.InvariantCulture, $"{prompt.Name} has no answer in round {prompt.Round}: its mind {how}"));
            isLost = error is TimeoutException;
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

    private sealed class Asked(AskedMinds minds, IMind mind, Action onEnded, Action<int>? onSilent) : IMind
    {
        private string _told = "";

        // One that did not answer once would hold up everything again.
        private bool _isLost;

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
