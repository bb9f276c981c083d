namespace Akka.Actor;

/// <summary>A path below a root.</summary>
public sealed class ChildActorPath : ActorPath
{
    /// <summary>Makes the path of a child.</summary>
    /// <param name="parentPath">The path above.</param>
    /// <param name="name">The child's name.</param>
    /// <param name="uid">The incarnation's number, or 0 where it isn't known.</param>
    public ChildActorPath(ActorPath parentPath, string name, long uid)
        : base(parentPath, name, uid)
    {
    }
}
