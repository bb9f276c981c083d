using Akka.Actor.Internal;

namespace Akka.Actor;

public partial class ActorCell
{
    /// <summary>Processes a message.</summary>
    public void Invoke(Envelope envelope)
    {
        var message = envelope.Message;
        var timerRestarts = HasReceiveTimeout && message is not INotInfluenceReceiveTimeout;
        var previous = _current;
        _current = this;
        try
        {
            _invocation.EnvelopeId++;
            CurrentMessage = message;
            _invocation.Sender = envelope.Sender;
            if (timerRestarts)
                CancelReceiveTimeoutTask();
            if (message is IAutoReceivedMessage)
                AutoReceiveMessage(envelope);
            else
                ReceiveMessage(message);
            CurrentMessage = null;
        }
        catch (Exception e)
        {
            Fail(e);
        }
        finally
        {
            if (HasReceiveTimeout)
                CheckReceiveTimeout(timerRestarts);
            _current = previous;
        }
    }

    /// <summary>Gives a message to the actor's behaviour.</summary>
    protected virtual void ReceiveMessage(object message)
    {
        if (message is TimerMessage timer)
        {
            ReceiveTimer(timer);
            return;
        }
        var actor = _actor!;
        var handled = actor.Process(_behaviors.Peek(), message);
        if (SystemImpl.Settings.AddLoggingReceive && actor is ILogReceive)
            PublishDebug($"{(handled ? "handled" : "did not handle")} {message} from {Sender}");
    }

    private void ReceiveTimer(TimerMessage timer)
    {
        if ((_actor as IWithTimers)?.Timers is not TimerScheduler timers || timers.Accept(timer) is not { } message)
            return;
        CurrentMessage = message;
        if (message is IAutoReceivedMessage)
            AutoReceiveMessage(new Envelope(message, Self));
        else
            ReceiveMessage(message);
    }

    /// <summary>Handles a message that concerns the library.</summary>
    protected virtual void AutoReceiveMessage(Envelope envelope)
    {
        if (SystemImpl.Settings.DebugAutoReceive)
            PublishDebug($"is about to handle {envelope} by itself");
        switch (envelope.Message)
        {
            case Terminated terminated:
                ReceivedTerminated(terminated);
                break;
            case AddressTerminated { WatchersOnly: true } forgotten:
                ForgetWatchers(forgotten.Address);
                break;
            case AddressTerminated gone:
                AddressTerminated(gone.Address);
                break;
            case Kill:
                throw new ActorKilledException("Kill");
            case PoisonPill:
                Stop();
                break;
            case ActorSelectionMessage selection:
                ReceiveSelection(selection);
                break;
            case Identify identify:
                Sender.Tell(new ActorIdentity(identify.MessageId, Self), Self);
                break;
            default:
                ReceiveMessage(envelope.Message);
                break;
        }
    }

    private void ReceiveSelection(ActorSelectionMessage selection)
    {
        if (selection.Elements.Length == 0)
            Invoke(new Envelope(selection.Message, _invocation.Sender));
        else
            Akka.Actor.ActorSelection.DeliverSelection((IInternalActorRef)Self, Sender, selection);
    }
}
