namespace BotNode.Tests.Programs;

/// <summary>A theory about Unix signals and process trees, read from /proc: it runs on Linux.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = LinuxFactAttribute.Reason;
    }
}
