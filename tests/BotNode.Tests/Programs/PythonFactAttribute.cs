namespace BotNode.Tests.Programs;

/// <summary>A fact about a program in Python: it runs where python3 is found.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (OperatingSystem.IsWindows() || !folders.Any(folder => File.Exists(Path.Combine(folder, "python3"))))
            Skip = "There is no python3 here.";
    }
}
