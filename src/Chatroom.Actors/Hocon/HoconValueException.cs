namespace Chatroom.Actors.Hocon;

/// <summary>The value at a path is missing, or can't be read as what it was asked for.</summary>
internal class HoconValueException : HoconException
{
    /// <summary>An error about the value at <paramref name="failPath"/>.</summary>
    public HoconValueException(string message, string failPath, Exception? innerException) : base(message, innerException) =>
        FailPath = failPath;

    /// <summary>The path that was asked for.</summary>
    public string FailPath { get; }
}
