using Akka.Dispatch;

namespace Akka.Event;

/// <summary>The message queue that logger actors ask for.</summary>
public interface ILoggerMessageQueueSemantics : ISemantics
{
}
