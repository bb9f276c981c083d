using Chatroom.Actors.Hocon.Model;

namespace Chatroom.Actors.Hocon;

/// <summary><c>null</c>.</summary>
internal sealed class HoconNull : HoconLiteral
{
    internal HoconNull(IHoconElement parent, ConfScalar model) : base(parent, model)
    {
    }

    /// <inheritdoc />
    public override HoconType Type => HoconType.Empty;

    /// <inheritdoc />
    public override HoconLiteralType LiteralType => HoconLiteralType.Null;

    /// <summary>Always null.</summary>
    public override string? Value => null;
}

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed class HoconBool : HoconLiteral
{
    internal HoconBool(IHoconElement parent, ConfScalar model) : base(parent, model)
    {
    }

    /// <inheritdoc />
    public override HoconType Type => HoconType.Boolean;

    /// <inheritdoc />
    public override HoconLiteralType LiteralType => HoconLiteralType.Bool;
}

/// <summary>A whole number.</summary>
internal sealed class HoconLong : HoconLiteral
{
    internal HoconLong(IHoconElement parent, ConfScalar model) : base(parent, model)
    {
    }

    /// <inheritdoc />
    public override HoconType Type => HoconType.Number;

    /// <inheritdoc />
    public override HoconLiteralType LiteralType => HoconLiteralType.Long;
}

/// <summary>A whole number with <c>0x</c> before it.</summary>
internal sealed class HoconHex : HoconLiteral
{
    internal HoconHex(IHoconElement parent, ConfScalar model) : base(parent, model)
    {
    }

    /// <inheritdoc />
    public override HoconType Type => HoconType.Number;

    /// <inheritdoc />
    public override HoconLiteralType LiteralType => HoconLiteralType.Hex;
}

/// <summary>A whole number with a 0 before it, which makes it octal.</summary>
internal sealed class HoconOctal : HoconLiteral
{
    internal HoconOctal(IHoconElement parent, ConfScalar model) : base(parent, model)
    {
    }

    /// <inheritdoc />
    public override HoconType Type => HoconType.Number;

    /// <inheritdoc />
    public override HoconLiteralType LiteralType => HoconLiteralType.Octal;
}

/// <summary>A number with a fraction or an exponent.</summary>
internal sealed class HoconDouble : HoconLiteral
{
    internal HoconDouble(IHoconElement parent, ConfScalar model) : base(parent, model)
    {
    }

    /// <inheritdoc />
    public override HoconType Type => HoconType.Number;

    /// <inheritdoc />
    public override HoconLiteralType LiteralType => HoconLiteralType.Double;
}

/// <summary>Text without quotes.</summary>
internal sealed class HoconUnquotedString : HoconLiteral
{
    internal HoconUnquotedString(IHoconElement parent, ConfScalar model) : base(parent, model)
    {
    }

    /// <inheritdoc />
    public override HoconType Type => HoconType.String;

    /// <inheritdoc />
    public override HoconLiteralType LiteralType => HoconLiteralType.UnquotedString;
}

/// <summary>Text in quotes, or pieces of which one was in quotes.</summary>
internal sealed class HoconQuotedString : HoconLiteral
{
    internal HoconQuotedString(IHoconElement parent, ConfScalar model) : base(parent, model)
    {
    }

    /// <inheritdoc />
    public override HoconType Type => HoconType.String;

    /// <inheritdoc />
    public override HoconLiteralType LiteralType => HoconLiteralType.QuotedString;
}

/// <summary>Text in triple quotes.</summary>
internal sealed class HoconTripleQuotedString : HoconLiteral
{
    internal HoconTripleQuotedString(IHoconElement parent, ConfScalar model) : base(parent, model)
    {
    }

    /// <inheritdoc />
    public override HoconType Type => HoconType.String;

    /// <inheritdoc />
    public override HoconLiteralType LiteralType => HoconLiteralType.TripleQuotedString;
}
