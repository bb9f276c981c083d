using System.Collections;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Chatroom.Actors;

/// <summary>Starts a program of a Unix system as the leader of a process group of its own, which .NET can't do, and waits for its end.</summary>
internal static partial class PosixSpawn
{
    // The structures are opaque. glibc and musl need at most 336 bytes, macOS needs a pointer.
    private const int LongsOfAStructure = 64;

    // These are the same on Linux and on macOS.
    private const short SetGroup = 2;
    private const short SetDefaultHandlers = 4;
    private const int BrokenPipe = 13;
    private const int CallInterrupted = 4;
    private const int SignalBits = 0x7f;

    // As a shell tells it.
    private const int KilledBy = 128;

    /// <summary>Starts it.</summary>
    /// <param name="words">The path of the program, and its arguments.</param>
    /// <param name="pipes">What it has as stdin, stdout and stderr.</param>
    /// <returns>Its process, which is also its group.</returns>
    /// <exception cref="Win32Exception">It can't be started.</exception>
    public static int Start(IReadOnlyList<string> words, IReadOnlyList<SafeHandle> pipes)
    {
        var attributes = new long[LongsOfAStructure];
        var actions = new long[LongsOfAStructure];
        // .NET ignores broken pipes, and what is ignored is inherited; but a shell wants `yes | head` to end.
        var handledByDefault = new long[LongsOfAStructure];
        handledByDefault[0] = 1L << (BrokenPipe - 1);
        Check(InitAttributes(ref attributes[0]));
        Check(InitActions(ref actions[0]));
        try
        {
            Check(SetDefaults(ref attributes[0], ref handledByDefault[0]));
            Check(SetFlags(ref attributes[0], SetGroup | SetDefaultHandlers)); // The group 0 is that of its leader.
            for (var descriptor = 0; descriptor < pipes.Count; descriptor++)
                Check(AddDuplicate(ref actions[0], (int)pipes[descriptor].DangerousGetHandle(), descriptor));
            Check(Spawn(out var process, words[0], ref actions[0], ref attributes[0], [.. words, null], [.. Environs(), null]));
            return process;
        }
        finally
        {
            _ = DestroyActions(ref actions[0]);
            _ = DestroyAttributes(ref attributes[0]);
        }
    }

    /// <summary>Blocks until the process has ended.</summary>
    /// <returns>
    /// Its exit code; 128 + N when signal N killed it; null if nobody knows, as when SIGCHLD is ignored or another part of the process has
    /// asked for the code.
    /// </returns>
    public static int? Wait(int process)
    {
        int found, status;
        do
            found = WaitFor(process, out status, 0);
        while (found < 0 && Marshal.GetLastPInvokeError() == CallInterrupted);
        if (found < 0)
            return null;
        return (status & SignalBits) is not 0 and var signal ? KilledBy + signal : (status >> 8) & 0xff;
    }

    /// <summary>Sends a signal to all processes of a group; 0 only asks.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool Signal(int group, int signal) => SignalTo(-group, signal) == 0;

    private static IEnumerable<string> Environs() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => $"{variable.Key}={variable.Value}");

    private static void Check(int error)
    {
        if (error != 0)
            throw new Win32Exception(error);
    }

    [LibraryImport("libc", EntryPoint = "posix_spawn", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Spawn(out int process, string path, ref long actions, ref long attributes, string?[] words, string?[] environment);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_init")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int InitAttributes(ref long attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setsigdefault")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetDefaults(ref long attributes, ref long signals);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setflags")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetFlags(ref long attributes, short flags);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_destroy")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int DestroyAttributes(ref long attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int InitActions(ref long actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_adddup2")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int AddDuplicate(ref long actions, int from, int to);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int DestroyActions(ref long actions);

    [LibraryImport("libc", EntryPoint = "waitpid", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int WaitFor(int process, out int status, int options);

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SignalTo(int process, int signal);
}
