using System.Runtime.InteropServices;

namespace BotNode.Output;

/// <summary>
/// Notices when nobody reads what this process prints into a pipe, even while it prints nothing. The console's own stream
/// does not tell: it takes a broken pipe for success. Unix only; elsewhere nothing is noticed.
/// </summary>
internal static partial class StdoutWatch
{
    private const int Stdout = 1;
    private const int Interrupted = 4;
    private const short Error = 8;
    private const short HangUp = 16;
    private const int NoLimit = -1;

    /// <summary>Calls back, at most once and from another thread, when the last reader has gone.</summary>
    public static void Start(Action onGone)
    {
        if (OperatingSystem.IsWindows())
            return;
        var watch = new Thread(() =>
        {
            if (WaitForGone())
                onGone();
        })
        {
            IsBackground = true,
            Name = "reader of stdout",
        };
        watch.Start();
    }

    private static bool WaitForGone()
    {
        // No events are requested; an error and a hang-up are reported anyway.
        var stdout = new PollEntry { Descriptor = Stdout };
        int found;
        do
            found = Poll(ref stdout, 1, NoLimit);
        while (found < 0 && Marshal.GetLastPInvokeError() == Interrupted);
        return found > 0 && (stdout.Found & (Error | HangUp)) != 0;
    }

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Poll(ref PollEntry entries, nuint count, int milliseconds);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollEntry
    {
        public int Descriptor;
        public short Wanted;
        public short Found;
    }
}
