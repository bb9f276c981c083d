using System.Collections.Concurrent;

namespace Akka.Actor.Internal;

/// <summary>The extensions of an actor system; each is made once, by whoever asks first.</summary>
internal sealed class ExtensionTable(ExtendedActorSystem system)
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> _extensions = new();

    public object GetOrAdd(IExtensionId id)
    {
        var made = _extensions.GetOrAdd(id.ExtensionType, _ => new Lazy<object>(() => id.CreateExtension(system)));
        try
        {
            return made.Value;
        }
        catch
        {
            // Whoever asks next may have more luck.
            _extensions.TryRemove(new KeyValuePair<Type, Lazy<object>>(id.ExtensionType, made));
            throw;
        }
    }

    public bool TryGet(Type type, out object? extension)
    {
        extension = _extensions.TryGetValue(type, out var made) ? made.Value : null;
        return extension is not null;
    }
}
