using Akka.Actor;

namespace Akka.Remote.Transport;

/// <summary>An association broke because the peer did not keep to the protocol, or fell silent.</summary>
public class AkkaProtocolException : AkkaException
{
    /// <summary>Says what was wrong.</summary>
    public AkkaProtocolException(string message, Exception? cause = null) : base(message, cause)
    {
    }
}
