using System.Diagnostics;
using System.Globalization;

namespace Chatroom.Actors;

/// <summary>The members of an enum, each with its counterpart on the wire. The wire's 0 is no member: it means that the sender set nothing.</summary>
internal sealed class WireEnum<T, TWire>(params (T Member, TWire Wire)[] pairs) where T : struct, Enum where TWire : struct, Enum
{
    public TWire ToWire(T member)
    {
        foreach (var pair in pairs)
        {
            if (pair.Member.Equals(member))
            {
                return pair.Wire;
            }
        }
        throw new UnreachableException($"{typeof(T).Name}.{member} has no counterpart on the wire.");
    }

    /// <exception cref="FormatException">No member is known by this number.</exception>
    public T FromWire(TWire wire)
    {
        foreach (var pair in pairs)
        {
            if (pair.Wire.Equals(wire))
            {
                return pair.Member;
            }
        }
        throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{typeof(T).Name} has no {wire:D}"));
    }
}
