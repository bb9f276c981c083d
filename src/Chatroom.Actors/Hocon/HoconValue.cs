using System.Collections.ObjectModel;
using Chatroom.Actors.Hocon.Conversion;
using Chatroom.Actors.Hocon.Model;

namespace Chatroom.Actors.Hocon;

/// <summary>A value: its one element is an object, an array or a literal.</summary>
/// <remarks>
/// Every Get… throws a <see cref="HoconException"/> if the value is of another kind, or null where null is nothing;
/// every TryGet… returns false then.
/// </remarks>
internal partial class HoconValue : List<IHoconElement>, IHoconElement
{
    internal HoconValue(ConfValue model, IHoconElement? parent) : base(1)
    {
        Parent = parent;
        base.Add(model switch
        {
            ConfObject o => new HoconObject(o, this),
            ConfArray array => new HoconArray(array, this),
            _ => HoconLiteral.Of((ConfScalar)model, this),
        });
    }

    /// <inheritdoc />
    public IHoconElement? Parent { get; }

    /// <summary>What the value consists of.</summary>
    public ReadOnlyCollection<IHoconElement> Children => AsReadOnly();

    /// <inheritdoc />
    public virtual HoconType Type => Count > 0 ? this[0].Type : HoconType.Empty;

    /// <inheritdoc />
    public virtual HoconObject GetObject() => TryGetObject(out var result) ? result : throw Mismatch("an object");

    /// <summary>The value as an object; false if it is none.</summary>
    public virtual bool TryGetObject(out HoconObject result)
    {
        result = (Count > 0 ? this[0] as HoconObject : null)!;
        return result != null;
    }

    /// <inheritdoc />
    public virtual IList<HoconValue> GetArray() => TryGetArray(out var result) ? result : throw Mismatch("an array");

    /// <summary>The values of an array, or of an object whose keys are numbers; false if it is neither.</summary>
    public virtual bool TryGetArray(out List<HoconValue> result)
    {
        switch (Count > 0 ? this[0] : null)
        {
            case HoconArray array:
                result = array;
                return true;
            case HoconObject o:
                return o.TryGetArray(out result);
            default:
                result = [];
                return false;
        }
    }

    /// <inheritdoc />
    public virtual string? GetString() => Text(Kinds.Text);

    /// <summary>The value as text; false if it is an object, an array or null.</summary>
    public virtual bool TryGetString(out string result)
    {
        result = ((Count > 0 ? this[0] as HoconLiteral : null)?.Value)!;
        return result != null;
    }

    /// <inheritdoc />
    public virtual string ToString(int indent, int indentSize) => Printer.PrintValue(ToModel(), indent, indentSize);

    /// <summary>The value as HOCON.</summary>
    public override string ToString() => ToString(0, 2);

    ConfValue IHoconElement.ToModel() => ToModel();

    internal ConfValue ToModel() => Count > 0 ? this[0].ToModel() : ConfScalar.Null;

    private string? Text(string wanted) => this[0] is HoconLiteral literal ? literal.Value : throw Mismatch(wanted);

    private HoconException Mismatch(string wanted) => new($"must be {wanted}, but is {ToModel().Kind}");
}
