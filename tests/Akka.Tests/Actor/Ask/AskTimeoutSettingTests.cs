using Akka.Actor;
using Akka.Tests.Support;

namespace Akka.Tests.Actor.Ask;

public class AskTimeoutSettingTests() : ActorSystemTests("akka.actor.ask-timeout = 50ms")
{
    [Fact]
    public async Task Configured_timeout_counts_when_none_is_given() =>
        await Assert.ThrowsAsync<AskTimeoutException>(() => CreateActor((_, _) => { }).Ask<string>("?"));
}
