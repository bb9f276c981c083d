namespace Chatroom.Actors.Hocon;

/// <summary>A text is not HOCON, or a substitution or include in it can't be resolved. The message names line and column.</summary>
internal sealed class HoconParserException : Exception
{
    /// <summary>An error without a message.</summary>
    public HoconParserException()
    {
    }

    /// <summary>An error with a message.</summary>
    public HoconParserException(string message) : base(message)
    {
    }

    /// <summary>An error with a message and its cause.</summary>
    public HoconParserException(string message, Exception? innerException) : base(message, innerException)
    {
    }

    internal HoconParserException(string message, int line, int column, Exception? cause) : base(message, cause)
    {
        LineNumber = line;
        LinePosition = column;
    }

    /// <summary>The line of the error, from 1; 0 if unknown.</summary>
    public int LineNumber { get; }

    /// <summary>The column of the error, from 1; 0 if unknown.</summary>
    public int LinePosition { get; }
}
