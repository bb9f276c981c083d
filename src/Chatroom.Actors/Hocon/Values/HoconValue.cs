namespace Chatroom.Actors.Hocon;

/// <summary>A value with every substitution resolved. Immutable, so that trees may share parts.</summary>
internal abstract class HoconValue(Origin origin)
{
    /// <summary>
    /// Where the value was written. If it came by a substitution, this is where the substituted value stands; if an object or array was
    /// merged from several, where the last of them stands.
    /// </summary>
    public Origin Origin => origin;

    /// <summary>Roughly the work of writing the value out in full; shared parts count each time they appear.</summary>
    public abstract long Weight { get; }

    /// <summary>Levels of objects and arrays from here down; a scalar has none.</summary>
    public abstract int Depth { get; }

    /// <summary>What the value is called in an error message.</summary>
    public abstract string Kind { get; }
}
