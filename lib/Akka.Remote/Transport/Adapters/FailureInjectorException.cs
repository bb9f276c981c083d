using Akka.Actor;

namespace Akka.Remote.Transport;

/// <summary>A failure that the adapter <c>gremlin</c> made up.</summary>
public sealed class FailureInjectorException : AkkaException
{
    /// <summary>Says what seems to have failed.</summary>
    public FailureInjectorException(string msg) : base(msg) => Msg = msg;

    /// <summary>What seems to have failed.</summary>
    public string Msg { get; }
}
