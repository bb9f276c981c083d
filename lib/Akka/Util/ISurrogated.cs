using Akka.Actor;

namespace Akka.Util;

/// <summary>An object that is serialized as its <see cref="ISurrogate"/>.</summary>
public interface ISurrogated
{
    /// <summary>Makes the surrogate.</summary>
    /// <param name="system">The actor system the object lives in.</param>
    /// <returns>The surrogate.</returns>
    ISurrogate ToSurrogate(ActorSystem system);
}
