using Chatroom.Actors.Hocon.Conversion;

namespace Chatroom.Actors.Hocon;

/// <summary>A parsed text: values by path, such as <c>a.b."c.d"</c>.</summary>
/// <remarks>
/// Every getter throws a <see cref="HoconValueException"/> if the value is there but of another kind, and if it is missing
/// or null and no default was given.
/// </remarks>
internal partial class HoconRoot
{
    /// <summary>A root with the given value.</summary>
    public HoconRoot(HoconValue value) => Value = value;

    /// <summary>Everything: an object, or an array if the text is one.</summary>
    public virtual HoconValue Value { get; protected set; }

    /// <summary>Whether there is a value other than null at a path.</summary>
    public virtual bool HasPath(string path) => HasPath(HoconPath.Parse(path));

    /// <summary>Whether there is a value other than null at a path.</summary>
    public virtual bool HasPath(HoconPath path) => TryGetValue(path, out var value) && !IsNull(value);

    /// <summary>The value at a path, null included; false if there is none.</summary>
    public virtual bool TryGetValue(string path, out HoconValue result) => TryGetValue(HoconPath.Parse(path), out result);

    /// <summary>The value at a path, null included; false if there is none.</summary>
    public virtual bool TryGetValue(HoconPath path, out HoconValue result)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.IsEmpty)
        {
            result = Value;
            return true;
        }

        result = null!;
        return Value.TryGetObject(out var root) && root.TryGetValue(path, out result);
    }

    /// <summary>The root object's keys and fields, in the order of the text; none if the text is an array.</summary>
    public virtual IEnumerable<KeyValuePair<string, HoconField>> AsEnumerable() =>
        Value.TryGetObject(out var root) ? root : [];

    /// <summary>Everything as HOCON, a field a line.</summary>
    /// <param name="indentSize">Blanks a level.</param>
    public string PrettyPrint(int indentSize) => Printer.Print(Value.ToModel(), indentSize);

    /// <summary>Everything as HOCON.</summary>
    public override string ToString() => PrettyPrint(2);

    private static bool IsNull(HoconValue value) => value.Type == HoconType.Empty;

    private T Require<T>(HoconPath path, Func<HoconValue, T> read) =>
        TryGetValue(path, out var value)
            ? Read(path, value, read)
            : throw new HoconValueException($"{path} is missing", path.Value, innerException: null);

    private T Prefer<T>(HoconPath path, Func<HoconValue, T> read, T missing) =>
        TryGetValue(path, out var value) && !IsNull(value) ? Read(path, value, read) : missing;

    private static T Read<T>(HoconPath path, HoconValue value, Func<HoconValue, T> read)
    {
        try
        {
            return read(value);
        }
        catch (HoconException e)
        {
            throw new HoconValueException($"{path} {e.Message}", path.Value, e);
        }
    }
}
