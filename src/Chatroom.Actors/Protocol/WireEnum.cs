using System.Diagnostics;
using System.Globalization;

namespace Chatroom.Actors;

/// <summary>The members of an enum, each with its counterpart on the wire. The wire's 0 is no member: it means that the sender set nothing.</summary>
internal sealed class WireEnum<T, TWire>(params (T Member, TWire Wire)[] pairs) where T : struct, Enum where TWire : struct, Enum
{
    private readonly Dictionary<T, TWire> _toWire = pairs.ToDictionary(pair => pair.Member, pair => pair.Wire);
    private readonly Dictionary<TWire, T> _fromWire = pairs.ToDictionary(pair => pair.Wire, pair => pair.Member);

    public TWire ToWire(T member) => _toWire.TryGetValue(member, out var wire)
        ? wire
        : throw new UnreachableException($"{typeof(T).Name}.{member} has no counterpart on the wire.");

    /// <exception cref="FormatException">No member is known by this number.</exception>
    public T FromWire(TWire wire) => _fromWire.TryGetValue(wire, out var member)
        ? member
        : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{typeof(T).Name} has no {wire:D}"));
}
