namespace Chatroom.Actors.Hocon;

/// <summary>How an <c>include</c> named what it wants.</summary>
internal enum HoconCallbackType
{
    /// <summary><c>include "x"</c> or <c>include file("x")</c>.</summary>
    File = 0,

    /// <summary><c>include url("x")</c>.</summary>
    Url = 1,

    /// <summary><c>include classpath("x")</c>.</summary>
    Resource = 2,
}
