using Xunit.Sdk;

namespace Akka.TestKit.Xunit2.Tests;

public sealed class ExpectMsgsTests : PatientTestKit
{
    [Fact]
    public void AllOf_takes_the_messages_in_any_order()
    {
        TestActor.Tell("b");
        TestActor.Tell("a");

        Assert.Equal(["b", "a"], ExpectMsgAllOf("a", "b"));
    }

    [Fact]
    public void AllOf_fails_when_one_is_another()
    {
        TestActor.Tell("a");
        TestActor.Tell("c");

        Assert.ThrowsAny<XunitException>(() => ExpectMsgAllOf("a", "b"));
    }

    [Fact]
    public void AllOf_fails_when_one_is_missing()
    {
        TestActor.Tell("a");

        Assert.ThrowsAny<XunitException>(() => ExpectMsgAllOf(TimeSpan.FromMilliseconds(50), "a", "b"));
    }

    [Fact]
    public async Task AllOf_can_be_enumerated_asynchronously()
    {
        TestActor.Tell(2);
        TestActor.Tell(1);

        var received = new List<int>();
        await foreach (var number in ExpectMsgAllOfAsync<int>([1, 2])) received.Add(number);

        Assert.Equal([2, 1], received);
    }

    [Fact]
    public void AnyOf_takes_one_of_several()
    {
        TestActor.Tell("b");
        TestActor.Tell("c");

        Assert.Equal("b", ExpectMsgAnyOf(["a", "b"]));
        Assert.ThrowsAny<XunitException>(() => ExpectMsgAnyOf(["a", "b"]));
    }
}
