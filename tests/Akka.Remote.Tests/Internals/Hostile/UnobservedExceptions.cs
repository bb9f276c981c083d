using System.Collections.Concurrent;

namespace Akka.Remote.Tests.Internals.Hostile;

/// <summary>Exceptions of Akka.Remote's own tasks that nobody looked at, whichever test they come from.</summary>
internal static class UnobservedExceptions
{
    private static readonly ConcurrentQueue<string> Seen = new();

    static UnobservedExceptions() => TaskScheduler.UnobservedTaskException += (_, e) =>
    {
        var text = e.Exception.ToString();
        if (text.Contains("at Akka.Remote.", StringComparison.Ordinal) && !text.Contains("at Akka.Remote.Tests.", StringComparison.Ordinal))
            Seen.Enqueue(text);
    };

    /// <summary>Takes those of tasks that are garbage by now.</summary>
    public static string Take()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var taken = new List<string>();
        while (Seen.TryDequeue(out var text))
            taken.Add(text);
        return string.Join('\n', taken);
    }
}
