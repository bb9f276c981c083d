using Akka.Actor;

namespace Akka.Serialization;

/// <summary>Which system serializes, and under which address the receiver knows it.</summary>
public sealed class Information : IEquatable<Information>
{
    /// <summary>Makes the information.</summary>
    /// <param name="address">The address that goes into serialized references.</param>
    /// <param name="system">The system.</param>
    public Information(Address address, ActorSystem system)
    {
        Address = address;
        System = system;
    }

    /// <summary>The address that goes into serialized references.</summary>
    public Address Address { get; }

    /// <summary>The system.</summary>
    public ActorSystem System { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Information? left, Information? right) => Equals(left, right);

    /// <summary>Whether they differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Information? left, Information? right) => !Equals(left, right);

    /// <inheritdoc />
    public bool Equals(Information? other) =>
        other is not null && Address.Equals(other.Address) && System.Equals(other.System);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Information);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Address, System);
}
