namespace Akka.Actor;

/// <summary>Finds or registers a system's extensions.</summary>
public static class ActorSystemWithExtensions
{
    /// <summary>The system's extension, which must be registered.</summary>
    /// <param name="system">The system.</param>
    /// <typeparam name="T">The extension's type.</typeparam>
    /// <returns>The extension.</returns>
    public static T WithExtension<T>(this ActorSystem system) where T : class, IExtension => system.GetExtension<T>()!;

    /// <summary>The system's extension, registered first if it was not there.</summary>
    /// <param name="system">The system.</param>
    /// <param name="extensionId">The type of the extension's id, with a constructor without parameters.</param>
    /// <typeparam name="T">The extension's type.</typeparam>
    /// <returns>The extension.</returns>
    public static T WithExtension<T>(this ActorSystem system, Type extensionId) where T : class, IExtension =>
        system.HasExtension<T>()
            ? system.GetExtension<T>()!
            : (T)system.RegisterExtension((IExtensionId)Activator.CreateInstance(extensionId)!);

    /// <summary>The system's extension, registered first if it was not there.</summary>
    /// <param name="system">The system.</param>
    /// <typeparam name="T">The extension's type.</typeparam>
    /// <typeparam name="TI">The type of the extension's id.</typeparam>
    /// <returns>The extension.</returns>
    public static T WithExtension<T, TI>(this ActorSystem system)
        where T : class, IExtension
        where TI : IExtensionId =>
        system.WithExtension<T>(typeof(TI));
}
