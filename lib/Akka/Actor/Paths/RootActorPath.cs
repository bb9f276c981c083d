namespace Akka.Actor;

/// <summary>The path of an actor system's root, which has an address and no elements.</summary>
public sealed class RootActorPath : ActorPath
{
    /// <summary>Makes the root of the system at an address.</summary>
    public RootActorPath(Address address, string name = "")
        : base(address, name)
    {
    }
}
