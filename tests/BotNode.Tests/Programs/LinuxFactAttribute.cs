namespace BotNode.Tests.Programs;

/// <summary>A fact about Unix signals and process trees, read from /proc: it runs on Linux.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinuxFactAttribute : FactAttribute
{
    internal const string Reason = "Reads /proc and sends signals: Linux only.";

    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = Reason;
    }
}
