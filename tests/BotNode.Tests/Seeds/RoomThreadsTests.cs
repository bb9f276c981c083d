using Akka.Actor;
using Akka.Configuration;
using BotNode.Seeds;

namespace BotNode.Tests.Seeds;

public sealed class RoomThreadsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task Rooms_run_on_no_thread_that_the_rest_of_the_node_needs(int rooms)
    {
        using var system = ActorSystem.Create("test", RoomThreads.AddTo(Config.Empty, rooms));
        var isOfThePool = new TaskCompletionSource<bool>();

        system.ActorOf(Props.Create(() => new Telling(isOfThePool)).WithDispatcher(RoomThreads.Dispatcher));

        Assert.False(await isOfThePool.Task.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    private sealed class Telling(TaskCompletionSource<bool> isOfThePool) : UntypedActor
    {
        protected override void PreStart() => isOfThePool.SetResult(Thread.CurrentThread.IsThreadPoolThread);

        protected override void OnReceive(object message)
        {
        }
    }
}
