namespace Akka.Actor.Internal;

/// <summary>Does something with the messages that fit it.</summary>
internal abstract class MessageHandler
{
    /// <summary>False if the message is for somebody else.</summary>
    public abstract bool TryHandle(object message);
}

internal sealed class ActionHandler<T>(Action<T> action, Predicate<T>? predicate) : MessageHandler
{
    public override bool TryHandle(object message)
    {
        if (message is not T typed || (predicate is not null && !predicate(typed)))
            return false;
        action(typed);
        return true;
    }
}

internal sealed class FuncHandler<T>(Func<T, bool> func) : MessageHandler
{
    public override bool TryHandle(object message) => message is T typed && func(typed);
}

internal sealed class TypedHandler(Type type, Predicate<object>? predicate, Action<object> action) : MessageHandler
{
    public override bool TryHandle(object message)
    {
        if (!type.IsInstanceOfType(message) || (predicate is not null && !predicate(message)))
            return false;
        action(message);
        return true;
    }
}

/// <summary>The handlers of one behaviour, in order.</summary>
internal sealed class HandlerList(MessageHandler[] handlers)
{
    public static readonly HandlerList Empty = new([]);

    public bool TryHandle(object message)
    {
        foreach (var handler in handlers)
        {
            if (handler.TryHandle(message))
                return true;
        }
        return false;
    }
}

/// <summary>Collects the handlers of one behaviour.</summary>
internal sealed class HandlerListBuilder
{
    private readonly List<MessageHandler> _handlers = [];
    private bool _closed;

    public void Add(MessageHandler handler)
    {
        if (_closed)
            throw new InvalidOperationException(
                "This handler would never get a message: the one before it takes all.");
        _handlers.Add(handler);
    }

    public void AddLast(MessageHandler handler)
    {
        Add(handler);
        _closed = true;
    }

    public HandlerList Build() => _handlers.Count == 0 ? HandlerList.Empty : new HandlerList([.. _handlers]);
}
