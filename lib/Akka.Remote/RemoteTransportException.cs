using Akka.Actor;

namespace Akka.Remote;

/// <summary>Remoting can't start or can't do what was asked, in one line fit for a user.</summary>
public class RemoteTransportException : AkkaException
{
    /// <summary>Says what, where, and what to do.</summary>
    public RemoteTransportException(string message, Exception? cause = null) : base(message, cause)
    {
    }
}
