using Akka.Actor.Internal;

namespace Akka.Actor;

/// <summary>
/// An actor that says in its constructor, by Receive and the like, what it does with which kind of message.
/// The first handler that fits a message gets it; the order is the one in which they were given.
/// </summary>
public abstract class ReceiveActor : UntypedActor
{
    private HandlerListBuilder? _building = new();
    private HandlerList _handlers = HandlerList.Empty;

    internal override void AfterConstruction()
    {
        _handlers = _building!.Build();
        _building = null;
    }

    /// <summary>Gives the message to the handler that fits, or else to Unhandled.</summary>
    protected sealed override void OnReceive(object message) => Handle(_handlers, message);

    private void Handle(HandlerList handlers, object message)
    {
        if (!handlers.TryHandle(message))
            Unhandled(message);
    }

    /// <summary>Replaces the behaviour on top by the one that an action describes by Receive and the like.</summary>
    protected void Become(Action configure)
    {
        var handlers = Describe(configure);
        Become(message => Handle(handlers, message));
    }

    /// <summary>Puts the behaviour that an action describes by Receive and the like on top of the present one.</summary>
    protected void BecomeStacked(Action configure)
    {
        var handlers = Describe(configure);
        BecomeStacked(message => Handle(handlers, message));
    }

    private HandlerList Describe(Action configure)
    {
        var outer = _building;
        _building = new HandlerListBuilder();
        try
        {
            configure();
            return _building.Build();
        }
        finally
        {
            _building = outer;
        }
    }

    private HandlerListBuilder Building => _building ?? throw new InvalidOperationException(
        "Receive and its like describe a behaviour in the constructor or in the action given to Become, nowhere else.");

    /// <summary>Handles messages of a type.</summary>
    /// <param name="handler">What to do.</param>
    /// <param name="shouldHandle">Which of them; all if not given.</param>
    protected void Receive<T>(Action<T> handler, Predicate<T>? shouldHandle = null) =>
        Building.Add(new ActionHandler<T>(handler, shouldHandle));

    /// <summary>Handles messages of a type.</summary>
    /// <param name="shouldHandle">Which of them.</param>
    /// <param name="handler">What to do.</param>
    protected void Receive<T>(Predicate<T> shouldHandle, Action<T> handler) => Receive(handler, shouldHandle);

    /// <summary>Handles messages of a type if the handler says so by returning true.</summary>
    protected void Receive<T>(Func<T, bool> handler) => Building.Add(new FuncHandler<T>(handler));

    /// <summary>Handles messages of a type.</summary>
    /// <param name="messageType">The type.</param>
    /// <param name="handler">What to do.</param>
    /// <param name="shouldHandle">Which of them; all if not given.</param>
    protected void Receive(Type messageType, Action<object> handler, Predicate<object>? shouldHandle = null) =>
        Building.Add(new TypedHandler(messageType, shouldHandle, handler));

    /// <summary>Handles messages of a type.</summary>
    /// <param name="messageType">The type.</param>
    /// <param name="shouldHandle">Which of them.</param>
    /// <param name="handler">What to do.</param>
    protected void Receive(Type messageType, Predicate<object> shouldHandle, Action<object> handler) =>
        Receive(messageType, handler, shouldHandle);

    /// <summary>Handles messages of a type if the handler says so by returning true.</summary>
    protected void Receive(Type messageType, Func<object, bool> handler) =>
        Building.Add(new FuncHandler<object>(message => messageType.IsInstanceOfType(message) && handler(message)));

    /// <summary>Handles whatever no handler before it has; none may come after it.</summary>
    protected void ReceiveAny(Action<object> handler) => Building.AddLast(new ActionHandler<object>(handler, null));

    /// <summary>Handles messages of a type asynchronously; no other message is processed until the task is done.</summary>
    /// <param name="handler">What to do.</param>
    /// <param name="shouldHandle">Which of them; all if not given.</param>
    protected void ReceiveAsync<T>(Func<T, Task> handler, Predicate<T>? shouldHandle = null) =>
        Receive<T>(message => RunTask(() => handler(message)), shouldHandle);

    /// <summary>Handles messages of a type asynchronously; no other message is processed until the task is done.</summary>
    /// <param name="shouldHandle">Which of them.</param>
    /// <param name="handler">What to do.</param>
    protected void ReceiveAsync<T>(Predicate<T> shouldHandle, Func<T, Task> handler) => ReceiveAsync(handler, shouldHandle);

    /// <summary>Handles messages of a type asynchronously; no other message is processed until the task is done.</summary>
    /// <param name="messageType">The type.</param>
    /// <param name="handler">What to do.</param>
    /// <param name="shouldHandle">Which of them; all if not given.</param>
    protected void ReceiveAsync(Type messageType, Func<object, Task> handler, Predicate<object>? shouldHandle = null) =>
        Receive(messageType, message => RunTask(() => handler(message)), shouldHandle);

    /// <summary>Handles messages of a type asynchronously; no other message is processed until the task is done.</summary>
    /// <param name="messageType">The type.</param>
    /// <param name="shouldHandle">Which of them.</param>
    /// <param name="handler">What to do.</param>
    protected void ReceiveAsync(Type messageType, Predicate<object> shouldHandle, Func<object, Task> handler) =>
        ReceiveAsync(messageType, handler, shouldHandle);

    /// <summary>Handles asynchronously whatever no handler before it has; none may come after it.</summary>
    protected void ReceiveAnyAsync(Func<object, Task> handler) =>
        ReceiveAny(message => RunTask(() => handler(message)));
}
