using Akka.Actor;
using Akka.Remote.Transport;

namespace Akka.Remote.Tests.Internals;

/// <summary>Connections that are opened through adapters, and take for ever or fail.</summary>
public sealed class AdaptedOpeningTests : IAsyncLifetime
{
    private static readonly Address There = new("trttl.gremlin.endless", "There", "there", 1);

    private readonly ExtendedActorSystem _system = (ExtendedActorSystem)ActorSystem.Create("Here", "akka { loglevel = OFF, stdout-loglevel = OFF }");

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _system.Terminate().WaitAsync(Recorder.Limit);

    [Fact]
    public async Task Who_gives_up_is_heard_by_the_transport_below()
    {
        using var givenUp = new CancellationTokenSource();
        var opening = AdaptedTcpTransportTests.Adapted(new EndlessTransport(), _system)
            .Associate(There, givenUp.Token);

        await givenUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening.WaitAsync(Recorder.Limit));
    }

    [Fact]
    public async Task Who_gives_up_is_not_heard_by_another_that_is_opened_in_the_course_of_the_first()
    {
        var below = new BusyTransport();
        var adapted = AdaptedTcpTransportTests.Adapted(below, _system);
        below.Meanwhile = () => adapted.Associate(There);
        using var givenUp = new CancellationTokenSource();

        await Assert.ThrowsAsync<InvalidAssociationException>(() => adapted.Associate(There, givenUp.Token).WaitAsync(Recorder.Limit));

        Assert.Equal([givenUp.Token, CancellationToken.None], below.Heard);
    }

    /// <summary>Does something else while it opens its first connection; opens none in the end.</summary>
    private sealed class BusyTransport : NowhereTransport
    {
        public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

        public List<CancellationToken> Heard { get; } = [];

        internal override async Task<AssociationHandle> Associate(Address remoteAddress, CancellationToken givenUp)
        {
            Heard.Add(givenUp);
            if (Heard.Count == 1)
                await Meanwhile();
            throw new InvalidAssociationException("nobody is there");
        }
    }

    private sealed class EndlessTransport : NowhereTransport
    {
        internal override async Task<AssociationHandle> Associate(Address remoteAddress, CancellationToken givenUp)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, givenUp);
            throw new InvalidAssociationException("nobody gave up");
        }
    }

    private abstract class NowhereTransport : Transport.Transport
    {
        public override Task<(Address, TaskCompletionSource<IAssociationEventListener>)> Listen() => throw new NotSupportedException();

        public override bool IsResponsibleFor(Address remote) => true;

        public override Task<AssociationHandle> Associate(Address remoteAddress) => Associate(remoteAddress, CancellationToken.None);

        public override Task<bool> Shutdown() => Task.FromResult(true);
    }
}
