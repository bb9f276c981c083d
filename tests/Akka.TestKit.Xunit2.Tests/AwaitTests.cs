using Xunit.Sdk;

namespace Akka.TestKit.Xunit2.Tests;

public sealed class AwaitTests : PatientTestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);
    private int _looks;

    [Fact]
    public void AwaitCondition_looks_again_until_the_condition_holds()
    {
        AwaitCondition(() => ++_looks == 3, Long, TimeSpan.FromMilliseconds(1));

        Assert.Equal(3, _looks);
    }

    [Fact]
    public void AwaitCondition_fails_when_time_is_up() =>
        Assert.ThrowsAny<XunitException>(() => AwaitCondition(() => false, Short));

    [Fact]
    public async Task AwaitConditionAsync_takes_async_conditions() =>
        await AwaitConditionAsync(() => Task.FromResult(++_looks == 3), Long, TimeSpan.FromMilliseconds(1));

    [Fact]
    public void AwaitConditionNoThrow_says_whether_the_condition_held()
    {
        Assert.True(AwaitConditionNoThrow(() => ++_looks == 2, Long, TimeSpan.FromMilliseconds(1)));
        Assert.False(AwaitConditionNoThrow(() => false, Short));
    }

    [Fact]
    public void AwaitAssert_repeats_assertions_until_they_pass()
    {
        AwaitAssert(() => Assert.Equal(3, ++_looks), Long, TimeSpan.FromMilliseconds(1));

        Assert.Equal(3, _looks);
    }

    [Fact]
    public void AwaitAssert_fails_as_the_assertions_do_when_time_is_up()
    {
        var failure = Assert.Throws<FailException>(() =>
            AwaitAssert(() => Assert.Fail("still not"), Short, TimeSpan.FromMilliseconds(1)));

        Assert.Equal("still not", failure.Message);
    }

    [Fact]
    public async Task AwaitAssertAsync_takes_async_assertions() =>
        await AwaitAssertAsync(
            () =>
            {
                Assert.Equal(3, ++_looks);
                return Task.CompletedTask;
            },
            Long,
            TimeSpan.FromMilliseconds(1));
}
