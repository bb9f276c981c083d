namespace Akka.Remote.Tests.Internals.Hostile;

/// <summary>Tests that measure the heap, or fill it: while one of them runs, no other does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
