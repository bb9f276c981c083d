using System.Diagnostics.CodeAnalysis;

namespace Akka.Actor;

public abstract partial class ActorPath
{
    /// <summary>Reads <c>protocol://system[@host:port]/a/b#uid</c>.</summary>
    /// <exception cref="UriFormatException">The text is no path.</exception>
    public static ActorPath Parse(string path) =>
        TryParse(path, out var actorPath)
            ? actorPath
            : throw new UriFormatException($"'{path}' is no actor path; expected protocol://system[@host:port]/user/name");

    /// <summary>Reads <c>protocol://system[@host:port]/a/b#uid</c>.</summary>
    public static bool TryParse(string path, [NotNullWhen(true)] out ActorPath? actorPath)
    {
        actorPath = null;
        return Address.TryParse(path.AsSpan(), out var address, out var elements)
            && TryParse(new RootActorPath(address), elements, out actorPath);
    }

    /// <summary>Reads elements and goes down from a path through them.</summary>
    public static bool TryParse(ActorPath basePath, string absoluteUri, [NotNullWhen(true)] out ActorPath? actorPath) =>
        TryParse(basePath, absoluteUri.AsSpan(), out actorPath);

    /// <summary>Reads elements and goes down from a path through them.</summary>
    public static bool TryParse(
        ActorPath basePath, ReadOnlySpan<char> absoluteUri, [NotNullWhen(true)] out ActorPath? actorPath)
    {
        actorPath = null;
        var path = basePath;
        foreach (var range in absoluteUri.Split('/'))
        {
            var element = absoluteUri[range];
            if (!element.IsEmpty)
                path /= element.ToString();
        }
        actorPath = path;
        return true;
    }

    /// <summary>Reads the address at the start of a path.</summary>
    public static bool TryParseAddress(string path, [NotNullWhen(true)] out Address? address) =>
        Address.TryParse(path, out address);

    /// <summary>Reads the address at the start of a path and hands back the rest, which starts with a slash.</summary>
    public static bool TryParseAddress(
        string path, [NotNullWhen(true)] out Address? address, out ReadOnlySpan<char> absoluteUri) =>
        Address.TryParse(path.AsSpan(), out address, out absoluteUri);
}
