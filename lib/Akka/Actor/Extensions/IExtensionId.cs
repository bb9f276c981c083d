namespace Akka.Actor;

/// <summary>Identifies an extension and makes it.</summary>
public interface IExtensionId
{
    /// <summary>The extension's type.</summary>
    Type ExtensionType { get; }

    /// <summary>Registers the extension with a system, unless it is there.</summary>
    /// <param name="system">The system.</param>
    /// <returns>The system's instance.</returns>
    object Apply(ActorSystem system);

    /// <summary>The system's instance.</summary>
    /// <param name="system">The system.</param>
    /// <returns>The instance; registered first, if it was not there.</returns>
    object Get(ActorSystem system);

    /// <summary>Makes the extension; only the system calls this.</summary>
    /// <param name="system">The system.</param>
    /// <returns>A new instance.</returns>
    object CreateExtension(ExtendedActorSystem system);
}

/// <summary>Identifies an extension and makes it.</summary>
/// <typeparam name="T">The extension's type.</typeparam>
public interface IExtensionId<out T> : IExtensionId where T : IExtension
{
    /// <inheritdoc cref="IExtensionId.Apply" />
    new T Apply(ActorSystem system);

    /// <inheritdoc cref="IExtensionId.Get" />
    new T Get(ActorSystem system);

    /// <inheritdoc cref="IExtensionId.CreateExtension" />
    new T CreateExtension(ExtendedActorSystem system);
}
