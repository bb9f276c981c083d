using Akka.Actor;

namespace Akka.Remote.Tests.Internals.Tls;

/// <summary>Nodes with certificates of one authority understand each other in TLS as they do without.</summary>
public sealed class TlsMessagingTests(TestAuthority authority) : MessagingContract(authority.Settings() + "\nakka.remote.flush-wait-on-shutdown = 25 s"), IClassFixture<TestAuthority>
{
    [Fact]
    public void The_addresses_say_that_it_is_TLS() => Assert.Equal("akka.ssl.tcp", Nodes.AddressOf(A).Protocol);

    [Fact]
    public async Task What_was_told_before_the_shutdown_still_arrives()
    {
        var recorder = Recorder.Start(B, "recorder");
        var remote = await Nodes.Resolve(A, B, "/user/recorder");

        for (var i = 0; i < 1000; i++)
            remote.Tell(i, ActorRefs.NoSender);
        await A.Terminate().WaitAsync(Recorder.Limit);

        for (var i = 0; i < 1000; i++)
            Assert.Equal(i, await recorder.Next<int>());
    }
}
