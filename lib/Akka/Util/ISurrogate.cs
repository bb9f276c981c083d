using Akka.Actor;

namespace Akka.Util;

/// <summary>Stands for an object in serialized form.</summary>
public interface ISurrogate
{
    /// <summary>Makes the object again.</summary>
    /// <param name="system">The actor system it will live in.</param>
    /// <returns>The object.</returns>
    ISurrogated FromSurrogate(ActorSystem system);
}
