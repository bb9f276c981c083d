namespace Chatroom.Actors.Hocon;

/// <summary>What an element is.</summary>
internal enum HoconType
{
    /// <summary>Nothing, or null.</summary>
    Empty = 0,

    /// <summary>An array.</summary>
    Array = 1,

    /// <summary>An object.</summary>
    Object = 2,

    /// <summary>A number.</summary>
    Number = 3,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean = 4,

    /// <summary>Text, whether it was quoted or not.</summary>
    String = 5,
}
