namespace Akka.Actor;

/// <summary>Identifies <see cref="CoordinatedShutdown"/>.</summary>
public sealed class CoordinatedShutdownExtension : ExtensionIdProvider<CoordinatedShutdown>
{
    /// <inheritdoc />
    public override CoordinatedShutdown CreateExtension(ExtendedActorSystem system) => CoordinatedShutdown.Create(system);
}
