using Akka.Actor;
using Akka.Tests.Actor;

namespace Akka.Tests.Internals.Dispatch;

/// <summary>Who adds a message sees that the turn is over, or who ends the turn sees the message.</summary>
public sealed class EndOfTurnTests : ActorTest
{
    // Without a barrier in between, one in about two million was left behind.
    private const int Messages = 1_000_000;

    [Fact]
    public async Task A_message_that_comes_as_a_turn_ends_is_not_left_behind()
    {
        var seen = 0;
        var actor = System.ActorOf(Acting.By((_, _) => Interlocked.Increment(ref seen)));

        await Task.Factory.StartNew(
            () =>
            {
                var message = new object();
                for (var sent = 1; sent <= Messages; sent++)
                {
                    actor.Tell(message, ActorRefs.NoSender);
                    Assert.True(IsSeen(sent), $"message {sent} was left behind");
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);

        bool IsSeen(int number)
        {
            var begin = TimeProvider.System.GetTimestamp();
            for (var spin = default(SpinWait); Volatile.Read(ref seen) < number; spin.SpinOnce(sleep1Threshold: -1))
            {
                if (TimeProvider.System.GetElapsedTime(begin) > Patience)
                    return false;
            }

            return true;
        }
    }
}
