using System.Diagnostics;

namespace Stress;

/// <summary>What the process holds at a moment.</summary>
/// <param name="Heap">Bytes of objects that are reachable.</param>
/// <param name="Threads">Threads of the operating system.</param>
/// <param name="Handles">Open files and sockets; on Linux the entries of /proc/self/fd without assemblies, which stay open once they are loaded.</param>
internal sealed record Footprint(long Heap, int Threads, int Handles)
{
    /// <summary>Measures, after garbage has been collected.</summary>
    public static Footprint Now()
    {
        Collect();
        using var process = Process.GetCurrentProcess();
        var handles = OperatingSystem.IsLinux()
            ? new DirectoryInfo("/proc/self/fd").EnumerateFileSystemInfos().Count(one => one.LinkTarget is { } target && !target.EndsWith(".dll", StringComparison.Ordinal))
            : process.HandleCount;
        return new Footprint(GC.GetTotalMemory(forceFullCollection: true), process.Threads.Count, handles);
    }

    /// <summary>Collects garbage, and what only finalizers held.</summary>
    public static void Collect()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
