namespace Akka.TestKit.Xunit2.Tests;

public sealed class LatchAndBarrierTests : PatientTestKit
{
    [Fact]
    public void A_latch_opens_at_the_last_count()
    {
        var latch = CreateTestLatch(2);

        latch.CountDown();
        Assert.False(latch.IsOpen);
        latch.CountDown();

        Assert.True(latch.IsOpen);
        latch.Ready();
    }

    [Fact]
    public void A_latch_that_stays_closed_times_out() =>
        Assert.Throws<TimeoutException>(() => CreateTestLatch().Ready(TimeSpan.FromMilliseconds(50)));

    [Fact]
    public void A_reset_latch_counts_anew()
    {
        var latch = CreateTestLatch();
        latch.Open();
        Assert.True(latch.IsOpen);

        latch.Reset();

        Assert.False(latch.IsOpen);
    }

    [Fact]
    public async Task A_barrier_lets_all_go_when_all_have_come()
    {
        var barrier = CreateTestBarrier(2);

        var other = Task.Run(() => barrier.Await(TimeSpan.FromSeconds(10)));
        barrier.Await(TimeSpan.FromSeconds(10));

        await other;
    }

    [Fact]
    public async Task A_barrier_that_nobody_else_reaches_lets_go_after_its_time()
    {
        var barrier = CreateTestBarrier(2);

        await Task.Run(() => barrier.Await(TimeSpan.FromMilliseconds(50))).WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);
    }
}
