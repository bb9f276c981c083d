
namespace RemoteGuard.Rules;

/// <summary>
/// The order of a peer's system messages, over all its connections. Akka.Remote keeps messages that come early without limit, and
/// counts every missing number. A sender that has more than akka.remote.resend-limit, 200, on their way leaves some out, and sends them
/// when they are missed; so a few may come early. More than that are dropped, because they are sent again as well.
/// </summary>
/// <param name="early">How many messages of all peers may come early.</param>
internal sealed class SystemMessageOrder(CountLimit early)
{
    /// <summary>How far ahead a message may be.</summary>
    public const int MostAhead = 2000;

    // Fewer than this are ever on their way; what is older was acknowledged long ago.
    private const ulong LongestRepeat = 2000;

    private readonly object _gate = new();
    private readonly HashSet<ulong> _early = [];
    private ulong _next;

    /// <summary>Whether any message has come.</summary>
    public bool HasBegun
    {
        get
        {
            lock (_gate)
                return _next > 0;
        }
    }

    /// <summary>Takes a message that the other rules let pass.</summary>
    public Verdict Take(ulong number)
    {
        lock (_gate)
        {
            if (number == _next)
            {
                _next++;
                var before = _early.Count;
                while (_early.Remove(_next))
                    _next++;
                early.Remove(before - _early.Count);
                return Verdict.Pass;
            }

            // The first messages never come again: they were acknowledged before the peer was forgotten here.
            if (_next == 0)
                return Verdict.Close("its first system message is not the first of that peer");
            if (number > _next)
                return TakeEarly(number) ? Verdict.Pass : Verdict.Drop("a system message comes long before its turn");
            return _next - number <= LongestRepeat ? Verdict.Pass : Verdict.Drop("a system message is repeated that was acknowledged long ago");
        }
    }

    /// <summary>The peer is forgotten.</summary>
    public void End()
    {
        lock (_gate)
        {
            early.Remove(_early.Count);
            _early.Clear();
        }
    }

    private bool TakeEarly(ulong number)
    {
        if (_early.Contains(number))
            return true;
        if (number - _next > MostAhead || !early.TryAdd())
            return false;
        _early.Add(number);
        return true;
    }
}
