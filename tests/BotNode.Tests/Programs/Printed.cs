namespace BotNode.Tests.Programs;

/// <summary>The lines that a program has printed so far, and a way to wait for one.</summary>
internal sealed class Printed
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private readonly List<(Predicate<string> Wanted, TaskCompletionSource<string?> Found)> _waiting = [];
    private bool _ended;

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
                return [.. _lines];
        }
    }

    public async Task ReadAsync(TextReader reader)
    {
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            lock (_gate)
            {
                _lines.Add(line);
                foreach (var (wanted, found) in _waiting)
                {
                    if (wanted(line))
                        found.TrySetResult(line);
                }
            }
        }

        lock (_gate)
        {
            _ended = true;
            foreach (var (_, found) in _waiting)
                found.TrySetResult(null);
        }
    }

    /// <summary>The first line that is wanted, printed already or later; null when the program ends without it.</summary>
    public Task<string?> FirstAsync(Predicate<string> wanted)
    {
        lock (_gate)
        {
            var found = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_lines.Find(wanted) is { } line)
                found.SetResult(line);
            else if (_ended)
                found.SetResult(null);
            else
                _waiting.Add((wanted, found));
            return found.Task;
        }
    }
}
