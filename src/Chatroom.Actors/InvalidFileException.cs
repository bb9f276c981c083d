namespace Chatroom.Actors;

/// <summary>A file can't be read, or something in it is wrong.</summary>
public sealed class InvalidFileException : Exception
{
    internal InvalidFileException(ValueList<string> errors)
        : base(string.Join('\n', errors)) => Errors = errors;

    /// <summary>All that is wrong, a line each that says where and what.</summary>
    public ValueList<string> Errors { get; }

    /// <summary>What was read.</summary>
    /// <exception cref="InvalidFileException">It was not.</exception>
    internal static T Unless<T>(Result<T> read)
        where T : class => read.IsGood ? read.Value : throw new InvalidFileException(read.Errors);
}
