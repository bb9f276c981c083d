using Xunit.Sdk;

namespace Akka.TestKit.Xunit2.Tests;

public sealed class WithinTests : PatientTestKit
{
    [Fact]
    public void The_result_of_the_block_comes_back() =>
        Assert.Equal(7, Within(TimeSpan.FromSeconds(10), () => 7));

    [Fact]
    public void A_block_that_takes_too_long_fails() =>
        Assert.ThrowsAny<XunitException>(() => Within(
            TimeSpan.FromMilliseconds(20), () => Assert.False(CreateTestProbe().AwaitConditionNoThrow(() => false, TimeSpan.FromMilliseconds(100)))));

    [Fact]
    public void A_block_that_ends_too_early_fails() =>
        Assert.ThrowsAny<XunitException>(() => Within(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), () => { }));

    [Fact]
    public void Expectations_in_the_block_wait_no_longer_than_what_remains()
    {
        var start = Now;

        Assert.ThrowsAny<XunitException>(() => Within(TimeSpan.FromMilliseconds(100), () => ExpectMsg<string>()));

        Assert.True(Now - start < TestKitSettings.SingleExpectDefault);
    }

    [Fact]
    public void Remaining_shrinks_from_the_given_time() => Within(TimeSpan.FromSeconds(30), () =>
        Assert.InRange(Remaining, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30)));

    [Fact]
    public void An_inner_block_gets_no_more_than_what_the_outer_has_left() => Within(TimeSpan.FromSeconds(30), () =>
        Within(TimeSpan.FromHours(1), () => Assert.InRange(Remaining, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30))));

    [Fact]
    public void Remaining_has_no_value_outside() => Assert.Throws<InvalidOperationException>(() => Remaining);

    [Fact]
    public void Outside_the_default_of_a_single_expectation_remains() =>
        Assert.Equal(TestKitSettings.SingleExpectDefault, RemainingOrDefault);

    [Fact]
    public async Task An_async_block_has_its_time_too()
    {
        Assert.Equal(7, await WithinAsync(TimeSpan.FromSeconds(10), () => Task.FromResult(7)));
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => WithinAsync(
            TimeSpan.FromMilliseconds(50), async () => await ExpectMsgAsync<string>()));
        Assert.IsAssignableFrom<XunitException>(failure.GetBaseException());
    }
}
