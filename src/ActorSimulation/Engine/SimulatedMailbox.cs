using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace ActorSimulation.Engine;

/// <summary>Mailboxes that trace which message is taken.</summary>
internal sealed class SimulatedMailbox(Settings settings, Config config) : MailboxType(settings, config), IProducesMessageQueue<SimulatedMailbox.MessageQueue>
{
    /// <inheritdoc />
    public override IMessageQueue Create(IActorRef owner, ActorSystem system) => new MessageQueue(owner, SimulatedSystem.Of(system));

    /// <summary>The messages of an actor, in order of arrival. An intruding thread may come here before the world notices.</summary>
    internal sealed class MessageQueue(IActorRef owner, SimulatedSystem system) : IMessageQueue, IUnboundedMessageQueueSemantics
    {
        private readonly Queue<Envelope> _messages = new();
        private readonly Lock _gate = new();
        private string? _path;

        /// <inheritdoc />
        public bool HasMessages => Count > 0;

        /// <inheritdoc />
        public int Count
        {
            get
            {
                lock (_gate)
                    return _messages.Count;
            }
        }

        /// <inheritdoc />
        public void Enqueue(IActorRef receiver, Envelope envelope)
        {
            lock (_gate)
                _messages.Enqueue(envelope);
        }

        /// <inheritdoc />
        public bool TryDequeue(out Envelope envelope)
        {
            lock (_gate)
            {
                if (!_messages.TryDequeue(out envelope))
                    return false;
            }

            system.Trace.AddMessage(system.Node, _path ??= TracedPath.Of(owner.Path), envelope.Message.GetType().Name);
            return true;
        }

        /// <inheritdoc />
        public void CleanUp(IActorRef owner, IMessageQueue deadletters)
        {
            lock (_gate)
            {
                while (_messages.TryDequeue(out var envelope))
                    deadletters.Enqueue(owner, envelope);
            }
        }
    }
}
