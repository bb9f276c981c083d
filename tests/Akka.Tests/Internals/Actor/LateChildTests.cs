using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;
using Akka.Tests.Actor;

namespace Akka.Tests.Internals.Actor;

/// <summary>An actor that is being made while its system terminates does not outlive it.</summary>
public sealed class LateChildTests() : ActorTest(
    $$"""ending { mailbox-type = "{{typeof(EndingMailbox).AssemblyQualifiedName}}" }""")
{
    [Fact]
    public void An_actor_whose_parent_ends_while_it_is_made_is_refused() =>
        Assert.Throws<InvalidOperationException>(
            () => System.ActorOf(Props.Create(() => new Idle()).WithMailbox("ending"), "late"));

    private sealed class Idle : UntypedActor
    {
        protected override void OnReceive(object message)
        {
        }
    }

    public sealed class EndingMailbox(Settings settings, Config config)
        : MailboxType(settings, config), IProducesMessageQueue<UnboundedMessageQueue>
    {
        public override IMessageQueue Create(IActorRef owner, ActorSystem system)
        {
            Assert.True(system.Terminate().Wait(Patience));
            return new UnboundedMessageQueue();
        }
    }
}
