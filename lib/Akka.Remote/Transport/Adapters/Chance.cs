namespace Akka.Remote.Transport;

/// <summary>A row of chances that the seed determines. Safe for several threads.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Whether something of this probability happens, this time.</summary>
    internal bool Happens(double probability)
    {
        lock (_random)
            return _random.NextDouble() < probability;
    }
}
