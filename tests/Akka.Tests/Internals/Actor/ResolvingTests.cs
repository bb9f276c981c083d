using Akka.Actor;
using Akka.Tests.Actor;

namespace Akka.Tests.Internals.Actor;

/// <summary>The official local provider takes any uid; ours takes the right one only, as both remote providers do.</summary>
public sealed class ResolvingTests : ActorTest
{
    [Fact]
    public async Task A_reference_with_an_old_uid_resolves_to_nobody_alive()
    {
        var actor = System.ActorOf(Acting.By((_, _) => { }), "findme");
        var old = actor.Path.WithUid(actor.Path.Uid == 1 ? 2 : 1);
        var resolved = ((ExtendedActorSystem)System).Provider.ResolveActorRef(old);

        Assert.NotEqual(actor, resolved);
        await TerminationOf(resolved);
    }
}
