namespace Chatroom.Actors.Hocon;

/// <summary>A HOCON value is not what it was asked for.</summary>
internal class HoconException : Exception
{
    /// <summary>An error with a message.</summary>
    public HoconException(string message) : base(message)
    {
    }

    /// <summary>An error with a message and its cause.</summary>
    public HoconException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
