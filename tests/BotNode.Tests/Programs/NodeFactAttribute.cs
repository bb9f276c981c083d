namespace BotNode.Tests.Programs;

/// <summary>A fact about a program in JavaScript: it runs where Node.js is found.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (OperatingSystem.IsWindows() || !folders.Any(folder => File.Exists(Path.Combine(folder, "node"))))
            Skip = "There is no Node.js here.";
    }
}
