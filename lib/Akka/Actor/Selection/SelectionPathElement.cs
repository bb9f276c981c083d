namespace Akka.Actor;

/// <summary>One step of an <see cref="ActorSelection"/>'s way through the tree.</summary>
public abstract class SelectionPathElement
{
}
