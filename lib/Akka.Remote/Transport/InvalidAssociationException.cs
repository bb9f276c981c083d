using Akka.Actor;

namespace Akka.Remote.Transport;

/// <summary>An association can't be made, with the reason.</summary>
public class InvalidAssociationException : AkkaException
{
    /// <summary>Says what can't be reached and why.</summary>
    public InvalidAssociationException(string message, Exception? cause = null) : base(message, cause)
    {
    }
}
