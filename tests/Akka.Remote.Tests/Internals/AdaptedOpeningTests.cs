using Akka.Actor;
using Akka.Remote.Transport;

namespace Akka.Remote.Tests.Internals;

/// <summary>Connections that are opened through adapters, and take for ever.</summary>
public sealed class AdaptedOpeningTests : IAsyncLifetime
{
    private readonly ExtendedActorSystem _system = (ExtendedActorSystem)ActorSystem.Create("Here", "akka { loglevel = OFF, stdout-loglevel = OFF }");

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _system.Terminate().WaitAsync(Recorder.Limit);

    [Fact]
    public async Task Who_gives_up_is_heard_by_the_transport_below()
    {
        using var givenUp = new CancellationTokenSource();
        var opening = AdaptedTcpTransportTests.Adapted(new EndlessTransport(), _system)
            .Associate(new Address("trttl.gremlin.endless", "There", "there", 1), givenUp.Token);

        await givenUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening.WaitAsync(Recorder.Limit));
    }

    private sealed class EndlessTransport : Transport.Transport
    {
        public override Task<(Address, TaskCompletionSource<IAssociationEventListener>)> Listen() => throw new NotSupportedException();

        public override bool IsResponsibleFor(Address remote) => true;

        public override Task<AssociationHandle> Associate(Address remoteAddress) => Associate(remoteAddress, CancellationToken.None);

        internal override async Task<AssociationHandle> Associate(Address remoteAddress, CancellationToken givenUp)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, givenUp);
            throw new InvalidAssociationException("nobody gave up");
        }

        public override Task<bool> Shutdown() => Task.FromResult(true);
    }
}
