using System.Diagnostics;

namespace Stress.Conversations;

/// <summary>A node as a process of its own, watched until it ends.</summary>
internal sealed class NodeProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private readonly Process _process;
    private readonly Task<long> _peak;

    /// <summary>Starts it.</summary>
    public NodeProcess(string name, params IEnumerable<string> arguments)
    {
        Name = name;
        _process = BotNodeProgram.Start(arguments);
        _peak = WatchAsync();
    }

    /// <summary>What it is in the conversation.</summary>
    public string Name { get; }

    /// <summary>Reads the next line of its stdout.</summary>
    public async Task<string> ReadLineAsync() => await _process.StandardOutput.ReadLineAsync().ConfigureAwait(false) ?? "";

    /// <summary>Waits for its end.</summary>
    /// <returns>Null as exit code when it did not end; what it wrote to stderr; the most bytes of memory that it held.</returns>
    public async Task<(int? ExitCode, string Errors, long Peak)> EndAsync()
    {
        var (exitCode, _, errors) = await BotNodeProgram.EndAsync(_process, Limit).ConfigureAwait(false);
        return (exitCode, errors, await _peak.ConfigureAwait(false));
    }

    public void Dispose() => _process.Dispose();

    private async Task<long> WatchAsync()
    {
        long most = 0;
        while (!_process.HasExited)
        {
            _process.Refresh();
            most = Math.Max(most, _process.WorkingSet64);
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System).ConfigureAwait(false);
        }

        return most;
    }
}
