namespace Chatroom.Actors.Hocon.Model;

/// <summary>How a scalar was written, which is all that tells <c>null</c> from <c>"null"</c>.</summary>
internal enum ScalarKind
{
    Null,
    Boolean,
    Integer,
    Hex,
    Octal,
    Double,
    Unquoted,
    Quoted,
    TripleQuoted,
}
