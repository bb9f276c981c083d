using Chatroom.Actors.Hocon.Conversion;
using Chatroom.Actors.Hocon.Model;

namespace Chatroom.Actors.Hocon;

/// <summary>A key of an object, and its value.</summary>
internal sealed class HoconField : IHoconElement
{
    internal HoconField(string key, ConfValue value, HoconObject parent)
    {
        Key = key;
        Parent = parent;
        Value = new HoconValue(value, this);
    }

    /// <summary>The key as it is, without quotes.</summary>
    public string Key { get; }

    /// <summary>The value.</summary>
    public HoconValue Value { get; }

    /// <summary>The keys that lead here from the root, this one last. Places in arrays don't show.</summary>
    public HoconPath Path
    {
        get
        {
            var keys = new List<string>();
            for (IHoconElement? element = this; element != null; element = element.Parent)
            {
                if (element is HoconField above)
                    keys.Add(above.Key);
            }

            keys.Reverse();
            return new HoconPath(keys);
        }
    }

    /// <inheritdoc />
    public IHoconElement? Parent { get; }

    /// <inheritdoc />
    public HoconType Type => Value.Type;

    /// <inheritdoc />
    public HoconObject GetObject() => Value.GetObject();

    /// <inheritdoc />
    public string? GetString() => Value.GetString();

    /// <inheritdoc />
    public IList<HoconValue> GetArray() => Value.GetArray();

    /// <inheritdoc />
    public string ToString(int indent, int indentSize) => Printer.PrintValue(Value.ToModel(), indent, indentSize);

    /// <summary>The value as HOCON.</summary>
    public override string ToString() => ToString(0, 2);

    ConfValue IHoconElement.ToModel() => Value.ToModel();
}
