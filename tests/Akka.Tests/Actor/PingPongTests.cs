using Akka.Actor;

namespace Akka.Tests.Actor;

public sealed class PingPongTests : IAsyncLifetime
{
    private readonly ActorSystem _system = ActorSystem.Create("pingpong");

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _system.Terminate();

    [Fact]
    public async Task Two_actors_play_to_the_end()
    {
        var over = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var ponger = _system.ActorOf(Props.Create(() => new Ponger()), "ponger");
        _system.ActorOf(Props.Create(() => new Pinger(ponger, 1000, over)), "pinger");

        Assert.Equal(1000, await over.Task.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System));
    }

    [Fact]
    public async Task Ask_gets_the_answer()
    {
        var ponger = _system.ActorOf<Ponger>();

        Assert.Equal(7, await ponger.Ask<int>(7, TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task Terminate_ends_the_system()
    {
        await _system.Terminate().WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);

        Assert.True(_system.WhenTerminated.IsCompletedSuccessfully);
    }

    private sealed class Ponger : ReceiveActor
    {
        public Ponger() => Receive<int>(number => Sender.Tell(number));
    }

    private sealed class Pinger : ReceiveActor
    {
        public Pinger(IActorRef ponger, int rounds, TaskCompletionSource<int> over)
        {
            ponger.Tell(1);
            Receive<int>(number =>
            {
                if (number == rounds)
                    over.SetResult(number);
                else
                    Sender.Tell(number + 1);
            });
        }
    }
}
