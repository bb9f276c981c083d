using Akka.Event;

namespace Akka.Remote;

/// <summary>What remoting tells on the EventStream; subscribe to this type for all of it.</summary>
public abstract class RemotingLifecycleEvent
{
    /// <summary>How it is logged.</summary>
    public abstract LogLevel LogLevel();
}
