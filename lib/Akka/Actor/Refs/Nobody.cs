namespace Akka.Actor;

/// <summary>The reference that leads to no actor; what is sent to it disappears.</summary>
public sealed class Nobody : MinimalActorRef
{
#pragma warning disable CA2211 // A writable field in the official API.
    /// <summary>The only one.</summary>
    public static Nobody Instance = new();
#pragma warning restore CA2211

    private Nobody()
    {
    }

    /// <inheritdoc />
    public override ActorPath Path { get; } = new RootActorPath(Address.AllSystems, "/Nobody");

    /// <inheritdoc />
    public override IActorRefProvider Provider =>
        throw new NotSupportedException("Nobody belongs to no actor system and has no provider");
}
