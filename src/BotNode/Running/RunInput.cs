using BotNode.Processes;

namespace BotNode.Running;

/// <summary>What a running conversation reacts to, one at a time.</summary>
internal abstract record RunInput
{
    /// <summary>The seed node printed a line.</summary>
    public sealed record SeedLine(string Text) : RunInput;

    /// <summary>The seed node ended, and all that it printed was read.</summary>
    public sealed record SeedEnded(ProcessEnd End) : RunInput;

    /// <summary>A bot node ended.</summary>
    public sealed record BotEnded(INodeProcess Process) : RunInput;

    /// <summary>A wait of the script is over.</summary>
    public sealed record WaitOver(Action Then) : RunInput;
}
