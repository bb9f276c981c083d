using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>Tells an actor that its asynchronous handler has thrown.</summary>
internal sealed class ActorTaskFailure(Exception exception, object? message, IActorRef? sender) : SystemMessage
{
    public Exception Exception => exception;

    public object? Message => message;

    public IActorRef? Sender => sender;
}
