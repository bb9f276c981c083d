using Akka.Actor;

namespace Akka.Remote;

/// <summary>Gives an actor system its <see cref="AddressUid"/>.</summary>
public class AddressUidExtension : ExtensionIdProvider<AddressUid>
{
    /// <summary>The number of <paramref name="system"/>'s incarnation, the same for its whole life.</summary>
    public static int Uid(ActorSystem system) => system.WithExtension<AddressUid, AddressUidExtension>().Uid;

    /// <inheritdoc />
    public override AddressUid CreateExtension(ExtendedActorSystem system) => new();
}
