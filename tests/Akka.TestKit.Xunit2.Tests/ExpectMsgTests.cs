using Xunit.Sdk;

namespace Akka.TestKit.Xunit2.Tests;

public sealed class ExpectMsgTests : PatientTestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    [Fact]
    public void Messages_are_expected_in_the_order_in_which_they_came()
    {
        TestActor.Tell("first");
        TestActor.Tell("second");

        Assert.Equal("first", ExpectMsg<string>());
        Assert.Equal("second", ExpectMsg<string>());
    }

    [Fact]
    public void It_fails_when_nothing_comes_in_time() =>
        Assert.ThrowsAny<XunitException>(() => ExpectMsg<string>(Short));

    [Fact]
    public void It_fails_on_a_message_of_another_type()
    {
        TestActor.Tell(7);

        Assert.ThrowsAny<XunitException>(() => ExpectMsg<string>());
    }

    [Fact]
    public void A_base_type_is_enough()
    {
        TestActor.Tell("text");

        Assert.Equal("text", ExpectMsg<IComparable>());
    }

    [Fact]
    public void It_fails_on_a_message_that_is_not_equal()
    {
        TestActor.Tell("other");

        Assert.ThrowsAny<XunitException>(() => ExpectMsg("one"));
    }

    [Fact]
    public void Collections_are_compared_by_their_items()
    {
        TestActor.Tell(new List<int> { 1, 2 });

        ExpectMsg(new List<int> { 1, 2 });
    }

    [Fact]
    public void A_predicate_says_which_message_is_right()
    {
        TestActor.Tell(5);
        TestActor.Tell(6);

        Assert.Equal(5, ExpectMsg<int>(number => number == 5));
        Assert.ThrowsAny<XunitException>(() => ExpectMsg<int>(number => number == 5));
    }

    [Fact]
    public void Assertions_about_the_message_fail_the_test()
    {
        TestActor.Tell("text");

        Assert.Throws<EqualException>(() => ExpectMsg<string>(text => Assert.Equal("other", text)));
    }

    [Fact]
    public void Message_and_sender_can_be_judged_together()
    {
        var probe = CreateTestProbe();
        probe.Send(TestActor, "hello");

        ExpectMsg<string>((text, sender) => text == "hello" && sender.Equals(probe.Ref));
    }

    [Fact]
    public void A_comparer_says_what_is_equal()
    {
        TestActor.Tell("HELLO");

        ExpectMsg("hello", (expected, actual) => string.Equals(expected, actual, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_async_form_waits_without_a_thread()
    {
        var expected = ExpectMsgAsync<string>().AsTask();
        Assert.False(expected.IsCompleted);

        TestActor.Tell("late");

        Assert.Equal("late", await expected);
    }

    [Fact]
    public async Task The_async_form_fails_as_the_other_does()
    {
        await Assert.ThrowsAnyAsync<XunitException>(async () => await ExpectMsgAsync<string>(Short));

        TestActor.Tell(1);
        await Assert.ThrowsAnyAsync<XunitException>(async () => await ExpectMsgAsync(2));
    }

    [Fact]
    public void The_last_message_and_its_sender_are_kept()
    {
        var probe = CreateTestProbe();
        probe.Send(TestActor, "hello");
        ExpectMsg<string>();

        Assert.Equal("hello", LastMessage);
        Assert.Equal(probe.Ref, LastSender);
    }

    [Fact]
    public void HasMessages_tells_of_messages_that_wait()
    {
        Assert.False(HasMessages);

        TestActor.Tell("hello");

        AwaitCondition(() => HasMessages);
        ExpectMsg("hello");
        Assert.False(HasMessages);
    }
}
