namespace Akka.Remote.Transport;

/// <summary>Takes the connections that others open to a transport.</summary>
public interface IAssociationEventListener
{
    /// <summary>Takes the next event of the transport.</summary>
    void Notify(IAssociationEvent ev);
}
