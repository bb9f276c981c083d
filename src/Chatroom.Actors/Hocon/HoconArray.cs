using Chatroom.Actors.Hocon.Conversion;
using Chatroom.Actors.Hocon.Model;

namespace Chatroom.Actors.Hocon;

/// <summary>The values of an array, in order.</summary>
internal sealed class HoconArray : List<HoconValue>, IHoconElement
{
    internal HoconArray(ConfArray model, IHoconElement parent) : base(model.Items.Count)
    {
        Parent = parent;
        foreach (var item in model.Items)
            Add(new HoconValue(item, this));
    }

    /// <inheritdoc />
    public IHoconElement? Parent { get; }

    /// <inheritdoc />
    public HoconType Type => HoconType.Array;

    /// <inheritdoc />
    public HoconObject GetObject() => throw new HoconException("must be an object, but is an array");

    /// <inheritdoc />
    public string? GetString() => throw new HoconException("must be a string, but is an array");

    /// <inheritdoc />
    public IList<HoconValue> GetArray() => this;

    /// <inheritdoc />
    public string ToString(int indent, int indentSize) => Printer.PrintValue(ToModel(), indent, indentSize);

    /// <summary>The array as HOCON.</summary>
    public override string ToString() => ToString(0, 2);

    ConfValue IHoconElement.ToModel() => ToModel();

    internal ConfArray ToModel() => new(ConvertAll(value => value.ToModel()));
}
