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

    [Fact]
    public void Predicates_may_fit_in_any_order_and_for_different_types()
    {
        foreach (var message in new object[] { 1, "b", 3 }) TestActor.Tell(message);

        var received = ExpectMsgAllOfMatchingPredicates(
            PredicateInfo.Create<string>(text => text == "b"),
            PredicateInfo.Create<int>(number => number == 3),
            PredicateInfo.Create<int>(number => number == 1));
        Assert.Equal([1, "b", 3], received);
    }

    [Fact]
    public void It_fails_when_a_predicate_fits_nothing()
    {
        foreach (var message in new object[] { 1, 2 }) TestActor.Tell(message);

        Assert.ThrowsAny<XunitException>(() => ExpectMsgAllOfMatchingPredicates(
            PredicateInfo.Create<int>(number => number < 3), PredicateInfo.Create<string>(_ => true)));
    }

    [Fact]
    public async Task Predicates_can_be_awaited()
    {
        foreach (var message in new object[] { 2, "a" }) TestActor.Tell(message);

        var received = new List<object>();
        await foreach (var message in ExpectMsgAllOfMatchingPredicatesAsync(
            [PredicateInfo.Create<string>(_ => true), PredicateInfo.Create<int>(_ => true)])) received.Add(message);
        Assert.Equal([2, "a"], received);
    }
}
