namespace Akka.Remote.Transport;

/// <summary>
/// A listener that wants to know when a connection that refused a frame, because its queue was full, takes frames again. Not an
/// event: it says something of the way out, so it may be told while an event is, and listeners of others do not expect that.
/// </summary>
internal interface IDrainedListener
{
    /// <summary>Frames are taken again.</summary>
    void Drained();
}
