namespace Chatroom.Actors.Hocon;

/// <summary>How a literal was written.</summary>
internal enum HoconLiteralType
{
    /// <summary><c>null</c>.</summary>
    Null = 0,

    /// <summary>Blanks between two literals.</summary>
    Whitespace = 1,

    /// <summary>Text without quotes.</summary>
    UnquotedString = 2,

    /// <summary>Text in quotes.</summary>
    QuotedString = 3,

    /// <summary>Text in triple quotes.</summary>
    TripleQuotedString = 4,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Bool = 5,

    /// <summary>A whole number.</summary>
    Long = 6,

    /// <summary>A whole number with <c>0x</c> before it.</summary>
    Hex = 7,

    /// <summary>A whole number with a 0 before it.</summary>
    Octal = 8,

    /// <summary>A number with a fraction or an exponent.</summary>
    Double = 9,
}
