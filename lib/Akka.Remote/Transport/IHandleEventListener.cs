namespace Akka.Remote.Transport;

/// <summary>Takes what happens on one connection. A transport calls it for one event at a time.</summary>
public interface IHandleEventListener
{
    /// <summary>Takes the next event of the connection.</summary>
    void Notify(IHandleEvent ev);
}
