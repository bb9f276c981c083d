using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;
using Akka.Event;
using Akka.Tests.Actor;

namespace Akka.Tests.Internals.Dispatch;

/// <summary>A message that is being sent while its actor stops is either processed or a dead letter; it never just disappears.</summary>
public sealed class LateMessageTests() : ActorTest(
    $$"""slow { mailbox-type = "{{typeof(SlowMailbox).AssemblyQualifiedName}}" }""")
{
    private sealed record Late(TaskCompletionSource Arriving, ManualResetEventSlim Arrive);

    [Fact]
    public async Task A_message_that_gets_into_the_mailbox_after_the_actor_is_gone_becomes_a_dead_letter()
    {
        var letters = NewProbe();
        System.EventStream.Subscribe(letters.Ref, typeof(DeadLetter));
        var actor = System.ActorOf(Acting.By((_, _) => { }).WithMailbox("slow"));
        using var arrive = new ManualResetEventSlim();
        var late = new Late(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), arrive);
        var sending = Task.Run(() => actor.Tell(late, ActorRefs.NoSender));
        await late.Arriving.Task.WaitAsync(Patience, TimeProvider.System);

        System.Stop(actor);
        await TerminationOf(actor);
        arrive.Set();

        await sending;
        Assert.Same(late, (await letters.Next<DeadLetter>()).Message);
    }

    public sealed class SlowMailbox(Settings settings, Config config)
        : MailboxType(settings, config), IProducesMessageQueue<UnboundedDequeMessageQueue>
    {
        public override IMessageQueue Create(IActorRef owner, ActorSystem system) => new SlowQueue();
    }

    private sealed class SlowQueue() : DequeWrapperMessageQueue(new SlowEntry()), IUnboundedDequeBasedMessageQueueSemantics;

    private sealed class SlowEntry : IMessageQueue
    {
        private readonly UnboundedMessageQueue _queue = new();

        public bool HasMessages => _queue.HasMessages;

        public int Count => _queue.Count;

        public void Enqueue(IActorRef receiver, Envelope envelope)
        {
            if (envelope.Message is Late late)
            {
                late.Arriving.SetResult();
                late.Arrive.Wait(Patience);
            }
            _queue.Enqueue(receiver, envelope);
        }

        public bool TryDequeue(out Envelope envelope) => _queue.TryDequeue(out envelope);

        public void CleanUp(IActorRef owner, IMessageQueue deadletters) => _queue.CleanUp(owner, deadletters);
    }
}
