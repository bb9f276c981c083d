using Xunit.Sdk;

namespace Akka.TestKit.Xunit2.Tests;

public sealed class ExpectNoMsgTests : PatientTestKit
{
    [Fact]
    public void It_passes_when_nothing_comes() => ExpectNoMsg(TimeSpan.FromMilliseconds(50));

    [Fact]
    public void It_fails_at_once_when_something_comes()
    {
        TestActor.Tell("hello");

        Assert.ThrowsAny<XunitException>(() => ExpectNoMsg(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task The_async_form_fails_at_once_when_something_comes()
    {
        await ExpectNoMsgAsync(50);
        TestActor.Tell("hello");

        await Assert.ThrowsAnyAsync<XunitException>(async () => await ExpectNoMsgAsync(TimeSpan.FromMinutes(1)));
    }
}
