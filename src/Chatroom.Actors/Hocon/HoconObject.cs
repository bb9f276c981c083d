using Chatroom.Actors.Hocon.Conversion;
using Chatroom.Actors.Hocon.Model;

namespace Chatroom.Actors.Hocon;

/// <summary>Fields by key. Enumerating gives them in the order in which their keys first appeared in the text.</summary>
/// <remarks>That order is <see cref="Dictionary{TKey,TValue}"/>'s, for as long as nothing is removed.</remarks>
internal sealed class HoconObject : Dictionary<string, HoconField>, IHoconElement
{
    internal HoconObject(ConfObject model, IHoconElement? parent) : base(model.Count, StringComparer.Ordinal)
    {
        Parent = parent;
        foreach (var (key, value) in model.Fields)
            Add(key, new HoconField(key, value, this));
    }

    /// <inheritdoc />
    public IHoconElement? Parent { get; }

    /// <summary>The keys that lead here from the root. Places in arrays don't show.</summary>
    public HoconPath Path
    {
        get
        {
            for (var element = Parent; element != null; element = element.Parent)
            {
                if (element is HoconField above)
                    return above.Path;
            }

            return HoconPath.Empty;
        }
    }

    /// <inheritdoc />
    public HoconType Type => HoconType.Object;

    /// <summary>Whether it has no fields.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>The field of a key.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public new HoconField this[string key] => GetField(key);

    /// <summary>The field at a path.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public HoconField this[HoconPath path] => GetField(path);

    /// <summary>The field of a key.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public HoconField GetField(string key) =>
        TryGetField(key, out var field) ? field : throw new KeyNotFoundException($"there is no key {new HoconPath([key])} in this object");

    /// <summary>The field at a path.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public HoconField GetField(HoconPath path) =>
        TryGetField(path, out var field) ? field : throw new KeyNotFoundException($"there is no {path} in this object");

    /// <summary>The field of a key; false if there is none.</summary>
    public bool TryGetField(string key, out HoconField result) => TryGetValue(key, out result!);

    /// <summary>The field at a path; false if there is none.</summary>
    public bool TryGetField(HoconPath path, out HoconField result)
    {
        ArgumentNullException.ThrowIfNull(path);
        result = null!;
        var current = this;
        for (var i = 0; i < path.Count; i++)
        {
            if (i > 0 && !result.Value.TryGetObject(out current))
                return false;
            if (!current.TryGetValue(path[i], out result!))
                return false;
        }

        return path.Count > 0;
    }

    /// <summary>The value at a path.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public HoconValue GetValue(HoconPath path) => GetField(path).Value;

    /// <summary>The value at a path; false if there is none.</summary>
    public bool TryGetValue(HoconPath path, out HoconValue result)
    {
        var found = TryGetField(path, out var field);
        result = found ? field.Value : null!;
        return found;
    }

    /// <inheritdoc />
    public HoconObject GetObject() => this;

    /// <summary>The object that a key holds.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    /// <exception cref="HoconException">It holds no object.</exception>
    public HoconObject GetObject(string key) => GetField(key).GetObject();

    /// <summary>The object that a key holds; false if there is none.</summary>
    public bool TryGetObject(string key, out HoconObject result)
    {
        result = null!;
        return TryGetField(key, out var field) && field.Value.TryGetObject(out result);
    }

    /// <inheritdoc />
    public string? GetString() => throw new HoconException("must be a string, but is an object");

    /// <inheritdoc />
    public IList<HoconValue> GetArray() =>
        TryGetArray(out var result) ? result : throw new HoconException("must be an array, but is an object");

    /// <summary>The values by numeric keys, in their order, other keys left aside; false if no key is a number.</summary>
    public bool TryGetArray(out List<HoconValue> result)
    {
        var items = new SortedList<int, HoconValue>();
        foreach (var (key, field) in this)
        {
            if (Numbers.TryIndex(key, out var index))
                items[index] = field.Value;
        }

        result = [.. items.Values];
        return result.Count > 0;
    }

    /// <inheritdoc />
    public string ToString(int indent, int indentSize) => Printer.PrintValue(ToModel(), indent, indentSize);

    /// <summary>The object as HOCON.</summary>
    public override string ToString() => ToString(0, 2);

    ConfValue IHoconElement.ToModel() => ToModel();

    internal ConfObject ToModel()
    {
        var fields = new OrderedDictionary<string, ConfValue>(Count);
        foreach (var (key, field) in this)
            fields.Add(key, field.Value.ToModel());
        return new ConfObject(fields);
    }
}
