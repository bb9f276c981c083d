using System.Globalization;

namespace Akka.Actor;

/// <summary>
/// The name of an actor: an address, the names from the root down, and the uid of one incarnation.
/// Two paths are equal when address and names are; the uid is no part of that.
/// </summary>
public abstract partial class ActorPath : IEquatable<ActorPath>, IComparable<ActorPath>
{
    /// <summary>The signs, beside letters and digits, that a path element may have.</summary>
    public const string ValidSymbols = "-_.*$+:@&=,!~';";

    private const string HexDigits = "0123456789abcdefABCDEF";

    private readonly ActorPath? _parent;
    private string[]? _elements;
    private string? _withoutAddress;

    /// <summary>Makes a root.</summary>
    protected ActorPath(Address address, string name)
    {
        Address = address;
        Name = name;
    }

    /// <summary>Makes a path below another one.</summary>
    protected ActorPath(ActorPath parentPath, string name, long uid)
    {
        _parent = parentPath;
        Address = parentPath.Address;
        Depth = parentPath.Depth + 1;
        Name = name;
        Uid = uid;
    }

    /// <summary>The address of the actor system.</summary>
    public Address Address { get; }

    /// <summary>The last element.</summary>
    public string Name { get; }

    /// <summary>Number of elements; a root has none.</summary>
    public int Depth { get; }

    /// <summary>The incarnation's number, or 0 where it isn't known.</summary>
    public long Uid { get; }

    /// <summary>The path above; a root is its own parent.</summary>
    public ActorPath Parent => _parent ?? this;

    /// <summary>The path without elements.</summary>
    public ActorPath Root => ParentOf(0);

    /// <summary>The names from the root down.</summary>
    public IReadOnlyList<string> Elements => _elements ??= CollectElements();

    /// <summary>The ancestor with so many elements; counted from this path upwards if negative.</summary>
    /// <param name="depth">The number of elements wanted, or minus the number of steps up.</param>
    public ActorPath ParentOf(int depth)
    {
        var wanted = depth >= 0 ? depth : Depth + depth;
        var path = this;
        while (path.Depth > wanted && path._parent is { } parent)
            path = parent;
        return path;
    }

    /// <summary>The same path for another incarnation.</summary>
    public ActorPath WithUid(long uid)
    {
        if (uid == Uid)
            return this;
        return _parent is null
            ? throw new NotSupportedException($"The root path {this} has no uid")
            : new ChildActorPath(_parent, Name, uid);
    }

    /// <summary>The path of a child.</summary>
    /// <param name="childName">Its name, which may end in <c>#uid</c>.</param>
    public ActorPath Child(string childName) => this / childName;

    /// <summary>The path of a child.</summary>
    public static ActorPath operator /(ActorPath path, string name)
    {
        var (plain, uid) = SplitNameAndUid(name);
        return plain.Length == 0 ? path : new ChildActorPath(path, plain, uid);
    }

    /// <summary>The path reached by going down through all the names; empty ones are passed over.</summary>
    public static ActorPath operator /(ActorPath path, IEnumerable<string> name) =>
        name.Aggregate(path, static (parent, child) => child.Length == 0 ? parent : parent / child);

    /// <summary>Whether a name can be given to an actor by its creator.</summary>
    public static bool IsValidPathElement(string s)
    {
        if (string.IsNullOrEmpty(s) || s[0] == '$')
            return false;
        for (var i = 0; i < s.Length; i++)
        {
            var c = s[i];
            if (char.IsAsciiLetterOrDigit(c) || ValidSymbols.Contains(c, StringComparison.Ordinal))
                continue;
            if (c != '%' || i + 2 >= s.Length || !HexDigits.Contains(s[i + 1]) || !HexDigits.Contains(s[i + 2]))
                return false;
            i += 2;
        }
        return true;
    }

    /// <summary>Joins elements as they stand in a path.</summary>
    public static string FormatPathElements(IEnumerable<string> pathElements) => "/" + string.Join('/', pathElements);

    internal static (string Name, long Uid) SplitNameAndUid(string nameAndUid)
    {
        var hash = nameAndUid.IndexOf('#', StringComparison.Ordinal);
        if (hash < 0)
            return (nameAndUid, ActorCell.UndefinedUid);
        return long.TryParse(nameAndUid.AsSpan(hash + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var uid)
            ? (nameAndUid[..hash], uid)
            : (nameAndUid, ActorCell.UndefinedUid);
    }

    private string[] CollectElements()
    {
        var elements = new string[Depth];
        for (var path = this; path._parent is not null; path = path._parent)
            elements[path.Depth - 1] = path.Name;
        return elements;
    }

    /// <summary>The elements with a leading slash, without the address and the uid.</summary>
    public string ToStringWithoutAddress() => _withoutAddress ??= FormatPathElements(Elements);

    /// <summary>Address and elements, without the uid.</summary>
    public override string ToString() => Address + ToStringWithoutAddress();

    /// <summary>Address, elements, and the uid if it is known.</summary>
    public string ToStringWithUid() => AppendUid(ToString());

    /// <summary>Address and elements.</summary>
    public string ToStringWithAddress() => ToString();

    /// <summary>The path as seen from outside: with its own address if that is a full one, else with the given one.</summary>
    public string ToStringWithAddress(Address address) => AddressFor(address) + ToStringWithoutAddress();

    /// <summary>The form that goes on the wire: address, elements and uid.</summary>
    public string ToSerializationFormat() => ToStringWithUid();

    /// <summary>The form that goes on the wire, with its own address if that is a full one, else with the given one.</summary>
    public string ToSerializationFormatWithAddress(Address address) => AppendUid(ToStringWithAddress(address));

    private Address AddressFor(Address address) =>
        Address.Host is null || Address.Port is null ? address ?? Address : Address;

    private string AppendUid(string path) =>
        Uid == ActorCell.UndefinedUid ? path : string.Create(CultureInfo.InvariantCulture, $"{path}#{Uid}");

    /// <inheritdoc />
    public bool Equals(ActorPath? other)
    {
        if (other is null || other.Depth != Depth)
            return false;
        ActorPath a = this, b = other;
        while (!ReferenceEquals(a, b))
        {
            if (!string.Equals(a.Name, b.Name, StringComparison.Ordinal))
                return false;
            if (a._parent is null || b._parent is null)
                return a.Address.Equals(b.Address);
            a = a._parent;
            b = b._parent;
        }
        return true;
    }

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ActorPath);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        for (var path = this; path is not null; path = path._parent)
            hash.Add(path.Name, StringComparer.Ordinal);
        hash.Add(Address);
        return hash.ToHashCode();
    }

    /// <summary>Orders by address, then by elements.</summary>
    public int CompareTo(ActorPath? other)
    {
        if (other is null)
            return 1;
        var byAddress = Address.CompareTo(other.Address);
        if (byAddress != 0)
            return byAddress;
        for (var i = 0; i < Math.Min(Depth, other.Depth); i++)
        {
            var byElement = string.CompareOrdinal(Elements[i], other.Elements[i]);
            if (byElement != 0)
                return byElement;
        }
        return Depth.CompareTo(other.Depth);
    }

    /// <summary>Whether both are the same path, or both null.</summary>
    public static bool operator ==(ActorPath? left, ActorPath? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two are different paths.</summary>
    public static bool operator !=(ActorPath? left, ActorPath? right) => !(left == right);
}
