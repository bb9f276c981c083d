using System.Diagnostics;
using System.Runtime.InteropServices;

namespace BotNode.Tests.Programs;

/// <summary>The built botnode as a process of its own, with what it prints, killed at the end of the test at the latest.</summary>
internal sealed partial class RunningProgram : IAsyncDisposable
{
    /// <summary>How long a fact may take on a loaded machine.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public const int HangUp = 1;

    public const int Interrupt = 2;

    public const int Quit = 3;

    public const int Kill = 9;

    public const int Terminate = 15;

    /// <summary>SIGSTOP: it gets no processor any more, and can't prevent that.</summary>
    public const int Halt = 19;

    /// <summary>SIGCONT: it goes on after <see cref="Halt"/>.</summary>
    public const int Continue = 18;

    private readonly Process _process;
    private readonly Printed _output = new();
    private readonly Printed _errors = new();
    private readonly Task _read;

    private RunningProgram(Process process)
    {
        _process = process;
        _read = Task.WhenAll(_output.ReadAsync(process.StandardOutput), _errors.ReadAsync(process.StandardError));
    }

    public int Id => _process.Id;

    public IReadOnlyList<string> OutputLines => _output.Lines;

    public IReadOnlyList<string> ErrorLines => _errors.Lines;

    /// <summary>Stands in a script for the program with its arguments.</summary>
    public const string InShell = "\"$0\" \"$@\"";

    /// <summary>
    /// Where the program stands that was built for people, compiled ahead of time, while beside the tests is a copy that is not:
    /// artifacts/bin/BotNode/debug, say, when the tests run in artifacts/bin/BotNode.Tests/debug.
    /// </summary>
    public static readonly string Folder = Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory, "..", "..", "BotNode", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))));

    private static readonly string Executable = Path.Combine(Folder, OperatingSystem.IsWindows() ? "botnode.exe" : "botnode");

    public static RunningProgram Start(params string[] arguments) => StartProgram(Executable, arguments);

    /// <summary>Copies the program to a folder, where a test may change its settings.</summary>
    /// <returns>The folder with the settings.</returns>
    public static string CopyTo(string folder)
    {
        var (hocon, copied) = (Path.Combine(Folder, "hocon"), Path.Combine(folder, "hocon"));
        Directory.CreateDirectory(Path.Combine(copied, "scenarios"));
        foreach (var part in Directory.EnumerateFiles(Folder).Where(part => Path.GetExtension(part) is ".dll" or ".json" or ""))
            File.Copy(part, Path.Combine(folder, Path.GetFileName(part)));
        foreach (var settings in Directory.EnumerateFiles(hocon, "*", SearchOption.AllDirectories))
            File.Copy(settings, Path.Combine(copied, Path.GetRelativePath(hocon, settings)));
        return copied;
    }

    /// <summary>Starts a copy of the program that stands in another folder.</summary>
    public static RunningProgram StartCopy(string folder, params string[] arguments) =>
        StartProgram(Path.Combine(folder, Path.GetFileName(Executable)), arguments);

    /// <summary>Starts the program as the leader of a process group, in a session of its own; Linux only.</summary>
    public static RunningProgram StartAsGroup(params string[] arguments) => StartProgram("setsid", [Executable, .. arguments]);

    /// <summary>Starts a script of a Unix shell, in which <see cref="InShell"/> is the program with these arguments.</summary>
    public static RunningProgram StartInShell(string script, params string[] arguments) =>
        StartProgram("/bin/sh", ["-c", script, Executable, .. arguments]);

    /// <summary>Starts another program.</summary>
    public static RunningProgram StartProgram(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new RunningProgram(Process.Start(start)!);
    }

    /// <summary>Waits for a line of stdout; fails when the program ends without it.</summary>
    public async Task<string> LineAsync(Predicate<string> wanted) =>
        await _output.FirstAsync(wanted).WaitAsync(Limit).ConfigureAwait(false)
        ?? throw new InvalidOperationException($"It ended without the line that was waited for:\n{this}");

    /// <summary>Waits for a line of stderr; fails when the program ends without it.</summary>
    public async Task<string> ErrorLineAsync(Predicate<string> wanted) =>
        await _errors.FirstAsync(wanted).WaitAsync(Limit).ConfigureAwait(false)
        ?? throw new InvalidOperationException($"It ended without the line that was waited for:\n{this}");

    /// <summary>Waits until so many lines of stdout are as wanted; fails when the program ends before.</summary>
    public Task<string> LineAsync(Predicate<string> wanted, int count)
    {
        var seen = 0;
        return LineAsync(line => wanted(line) && ++seen == count);
    }

    /// <summary>Waits for the end and for all output.</summary>
    public async Task<int> ExitAsync()
    {
        try
        {
            await _process.WaitForExitAsync().WaitAsync(Limit).ConfigureAwait(false);
            await _read.WaitAsync(Limit).ConfigureAwait(false);
            return _process.ExitCode;
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"botnode has not ended in {Limit.TotalSeconds:0} s:\n{this}");
        }
    }

    /// <summary>Waits for the end; fails, with all that was printed, when there is another exit code or anything on stderr.</summary>
    public async Task EndsQuietlyAsync(int exitCode)
    {
        var actual = await ExitAsync().ConfigureAwait(false);
        Assert.True(actual == exitCode && ErrorLines.Count == 0, $"It should have ended with {exitCode} and nothing on stderr:\n{this}\n=> {actual}");
    }

    public void KillHard() => _process.Kill();

    public void Signal(int signal) => SignalTo(Id, signal);

    /// <summary>Signals it and all that it has started, as a terminal, a service manager or timeout(1) does.</summary>
    public void SignalGroup(int signal) => SignalTo(-Id, signal);

    /// <summary>Signals it again and again until it has ended.</summary>
    public async Task InsistAsync(params int[] signals)
    {
        while (!_process.HasExited)
        {
            foreach (var signal in signals)
                _ = SendSignal(Id, signal);
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System).ConfigureAwait(false);
        }
    }

    public static void SignalTo(int process, int signal) => Assert.Equal(0, SendSignal(process, signal));

    public override string ToString() =>
        string.Join('\n', [.. OutputLines, .. ErrorLines.Select(line => $"stderr: {line}")]);

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync().WaitAsync(Limit).ConfigureAwait(false);
        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SendSignal(int process, int signal);
}
