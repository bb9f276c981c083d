namespace Akka.TestKit;

/// <summary>Log events that are hidden until this is unmuted or disposed.</summary>
public interface IUnmutableFilter : IDisposable
{
    /// <summary>Shows the events again.</summary>
    void Unmute();
}
