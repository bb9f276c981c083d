namespace Stress.Strangers;

/// <summary>A good peer that asks a seed node's room who it is, again and again.</summary>
internal sealed class Asking
{
    private const int SlowestAnswer = 5_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly Task _asking;
    private volatile bool _isOver;
    private long _answered;
    private long _unanswered;
    private long _slowest;

    /// <summary>Begins.</summary>
    public Asking(Target target) => _asking = AskAsync(target);

    /// <summary>Ends it.</summary>
    public async Task<Asking> EndAsync()
    {
        _isOver = true;
        await _asking.ConfigureAwait(false);
        return this;
    }

    /// <summary>Says how it was answered.</summary>
    public void Report(string what, Findings findings)
    {
        findings.Note($"{what}good exchanges meanwhile", _answered);
        findings.Check($"{what}questions without an answer", _unanswered, atMost: 0);
        findings.Check($"{what}slowest answer, ms", _slowest, atMost: SlowestAnswer);
    }

    private async Task AskAsync(Target target)
    {
        using var peer = await Caller.AssociateAsync(target, "GoodPeer", 7).ConfigureAwait(false);
        while (!_isOver && _unanswered == 0)
        {
            var begin = TimeProvider.System.GetTimestamp();
            if (peer is not null && await peer.IsAnsweredAsync("q").ConfigureAwait(false))
                _answered++;
            else
                _unanswered++;
            _slowest = Math.Max(_slowest, (long)TimeProvider.System.GetElapsedTime(begin).TotalMilliseconds);
            await Task.Delay(Pause, TimeProvider.System, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
