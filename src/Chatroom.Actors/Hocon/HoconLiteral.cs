using Chatroom.Actors.Hocon.Conversion;
using Chatroom.Actors.Hocon.Model;

namespace Chatroom.Actors.Hocon;

/// <summary>A string, number, boolean or null.</summary>
internal abstract class HoconLiteral : IHoconElement
{
    private readonly ConfScalar _model;

    private protected HoconLiteral(IHoconElement? parent, ConfScalar model)
    {
        Parent = parent;
        _model = model;
    }

    /// <inheritdoc />
    public IHoconElement? Parent { get; }

    /// <inheritdoc />
    public abstract HoconType Type { get; }

    /// <summary>How it was written.</summary>
    public abstract HoconLiteralType LiteralType { get; }

    /// <summary>The text, without quotes and escapes; null for null.</summary>
    public virtual string? Value => _model.Text;

    /// <inheritdoc />
    public string? GetString() => Value;

    /// <inheritdoc />
    public HoconObject GetObject() => throw new HoconException($"must be an object, but is {_model.Kind}");

    /// <inheritdoc />
    public IList<HoconValue> GetArray() => throw new HoconException($"must be an array, but is {_model.Kind}");

    /// <inheritdoc />
    public string ToString(int indent, int indentSize) => Printer.PrintValue(_model, indent, indentSize);

    /// <summary>The literal as HOCON.</summary>
    public override string ToString() => ToString(0, 2);

    ConfValue IHoconElement.ToModel() => _model;

    internal static HoconLiteral Of(ConfScalar model, IHoconElement parent) => model.ScalarKind switch
    {
        ScalarKind.Null => new HoconNull(parent, model),
        ScalarKind.Boolean => new HoconBool(parent, model),
        ScalarKind.Integer => new HoconLong(parent, model),
        ScalarKind.Hex => new HoconHex(parent, model),
        ScalarKind.Octal => new HoconOctal(parent, model),
        ScalarKind.Double => new HoconDouble(parent, model),
        ScalarKind.Quoted => new HoconQuotedString(parent, model),
        ScalarKind.TripleQuoted => new HoconTripleQuotedString(parent, model),
        _ => new HoconUnquotedString(parent, model),
    };
}
