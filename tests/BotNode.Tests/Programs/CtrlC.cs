using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BotNode.Tests.Programs;

/// <summary>Has programs that tests start listen to Ctrl-C, and to the end of the terminal, as in a terminal.</summary>
/// <remarks>
/// A shell starts background jobs with these ignored, and processes inherit that: continuous integration would not see what a
/// terminal sees. It is set before anything here handles the signal, for what was there then is put back when that has ended.
/// </remarks>
internal static partial class CtrlC
{
    private const nint DefaultHandler = 0;

    [ModuleInitializer]
    internal static void ListenTo()
    {
        if (!OperatingSystem.IsLinux())
            return;
        SetHandler(RunningProgram.HangUp, DefaultHandler);
        SetHandler(RunningProgram.Interrupt, DefaultHandler);
        SetHandler(RunningProgram.Quit, DefaultHandler);
    }

    [LibraryImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint SetHandler(int signal, nint handler);
}
