using Akka.Actor;
using Akka.Dispatch.SysMsg;

namespace Akka.Dispatch;

public partial class Mailbox
{
    private static readonly NoMessage NoMore = new();

    // A list of messages, last one first; NoMore once the actor is gone.
    private SystemMessage? _systemQueue;

    internal bool HasSystemMessages => Volatile.Read(ref _systemQueue) is { } head && head != NoMore;

    internal virtual void SystemEnqueue(IActorRef receiver, SystemMessage message)
    {
        while (true)
        {
            var head = Volatile.Read(ref _systemQueue);
            if (ReferenceEquals(head, NoMore))
            {
                message.Unlink();
                Dispatcher.Mailboxes.DeadLetterMailbox.SystemEnqueue(receiver, message);
                return;
            }
            message.Next = head;
            if (Interlocked.CompareExchange(ref _systemQueue, message, head) == head)
                return;
        }
    }

    /// <summary>Takes all messages, in the order in which they came.</summary>
    internal SystemMessage? TakeSystemMessages()
    {
        while (true)
        {
            var head = Volatile.Read(ref _systemQueue);
            if (head is null || ReferenceEquals(head, NoMore))
                return null;
            if (Interlocked.CompareExchange(ref _systemQueue, null, head) == head)
                return Reversed(head);
        }
    }

    internal void ProcessAllSystemMessages()
    {
        while (!IsClosed && HasSystemMessages)
        {
            var message = TakeSystemMessages();
            while (message is not null)
            {
                var next = message.Next;
                message.Unlink();
                if (IsClosed)
                    Dispatcher.Mailboxes.DeadLetterMailbox.SystemEnqueue(Actor!.Self, message);
                else
                    Actor!.SystemInvoke(message);
                message = next;
            }
        }
    }

    private void CloseSystemQueue(Action<SystemMessage> leftOver)
    {
        var head = Interlocked.Exchange(ref _systemQueue, NoMore);
        if (head is null || ReferenceEquals(head, NoMore))
            return;
        for (var message = Reversed(head); message is not null;)
        {
            var next = message.Next;
            message.Unlink();
            leftOver(message);
            message = next;
        }
    }

    private static SystemMessage? Reversed(SystemMessage? head)
    {
        SystemMessage? reversed = null;
        while (head is not null)
        {
            var next = head.Next;
            head.Next = reversed;
            reversed = head;
            head = next;
        }
        return reversed;
    }
}
