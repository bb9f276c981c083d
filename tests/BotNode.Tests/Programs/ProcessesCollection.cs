namespace BotNode.Tests.Programs;

/// <summary>Tests that start processes run one after the other: each brings five or more of them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessesCollection
{
    public const string Name = "processes";
}
