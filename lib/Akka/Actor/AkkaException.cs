namespace Akka.Actor;

/// <summary>The base of the errors that Akka itself reports.</summary>
public abstract class AkkaException : Exception
{
    /// <summary>An error without a message.</summary>
    protected AkkaException()
    {
    }

    /// <summary>An error with a message and, if known, its cause.</summary>
    protected AkkaException(string message, Exception? cause = null) : base(message, cause)
    {
    }

    /// <summary>What led to this error, or null.</summary>
    protected Exception? Cause => InnerException;
}
