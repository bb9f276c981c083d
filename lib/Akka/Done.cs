namespace Akka;

/// <summary>The result of a task that only says that it is over.</summary>
public sealed class Done
{
    /// <summary>The only instance.</summary>
    public static readonly Done Instance = new();

    private Done()
    {
    }
}
