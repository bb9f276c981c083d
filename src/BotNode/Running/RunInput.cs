using BotNode.Processes;

namespace BotNode.Running;

/// <summary>What a running conversation reacts to, one at a time.</summary>
internal abstract record RunInput
{
    /// <summary>The seed node printed a line.</summary>
    public sealed record SeedLine(string Text) : RunInput;

    /// <summary>The seed node ended, and all that it printed was read.</summary>
    public sealed record SeedEnded(int ExitCode) : RunInput;

    /// <summary>A bot node ended.</summary>
    public sealed record BotEnded(ChildProcess Process, int ExitCode) : RunInput;

    /// <summary>A wait of the script is over.</summary>
    public sealed record WaitOver(Action Then) : RunInput;
}
