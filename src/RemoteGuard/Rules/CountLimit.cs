namespace RemoteGuard.Rules;

/// <summary>How many things of a kind there may be, over all peers.</summary>
/// <param name="most">How many.</param>
internal sealed class CountLimit(int most)
{
    private int _count;

    /// <summary>Counts one more, if there is room.</summary>
    public bool TryAdd()
    {
        if (Interlocked.Increment(ref _count) <= most)
            return true;
        Interlocked.Decrement(ref _count);
        return false;
    }

    /// <summary>Counts so many fewer.</summary>
    public void Remove(int count) => Interlocked.Add(ref _count, -count);
}
