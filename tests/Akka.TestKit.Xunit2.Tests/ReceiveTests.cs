using Xunit.Sdk;

namespace Akka.TestKit.Xunit2.Tests;

public sealed class ReceiveTests : PatientTestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    [Fact]
    public void ReceiveOne_gives_null_when_nothing_comes()
    {
        Assert.Null(ReceiveOne(Short));

        TestActor.Tell("hello");
        Assert.Equal("hello", ReceiveOne(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task ReceiveOneAsync_gives_the_message()
    {
        TestActor.Tell("hello");

        Assert.Equal("hello", await ReceiveOneAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void TryReceiveOne_gives_message_and_sender()
    {
        var probe = CreateTestProbe();
        probe.Send(TestActor, "hello");

        Assert.True(TryReceiveOne(out var envelope, TimeSpan.FromSeconds(10)));
        Assert.Equal("hello", envelope.Message);
        Assert.Equal(probe.Ref, envelope.Sender);
        Assert.False(TryReceiveOne(out _, TimeSpan.Zero));
    }

    [Fact]
    public void PeekOne_leaves_the_message_where_it_is()
    {
        TestActor.Tell("hello");

        Assert.Equal("hello", PeekOne(TimeSpan.FromSeconds(10)));
        ExpectMsg("hello");
        Assert.Null(PeekOne(Short));
    }

    [Fact]
    public void ReceiveN_gives_as_many_messages_in_order()
    {
        foreach (var number in Enumerable.Range(1, 3)) TestActor.Tell(number);

        Assert.Equal([1, 2], ReceiveN(2, TimeSpan.FromSeconds(10)).Cast<int>());
        ExpectMsg(3);
    }

    [Fact]
    public void ReceiveN_fails_when_too_few_come()
    {
        TestActor.Tell(1);

        Assert.ThrowsAny<XunitException>(() => ReceiveN(2, Short));
    }

    [Fact]
    public void ReceiveWhile_ends_at_what_the_filter_refuses_and_leaves_it()
    {
        foreach (var message in (object[])["a", "b", 3, "d"]) TestActor.Tell(message);

        Assert.Equal(["a", "b"], ReceiveWhile<string>(TimeSpan.FromSeconds(10), message => message as string));
        ExpectMsg(3);
        ExpectMsg("d");
    }

    [Fact]
    public void ReceiveWhile_ends_after_as_many_messages_as_asked_for()
    {
        foreach (var message in (object[])["a", "b", "c"]) TestActor.Tell(message);

        Assert.Equal(["a", "b"], ReceiveWhile<string>(TimeSpan.FromSeconds(10), message => message as string, msgs: 2));
        ExpectMsg("c");
    }

    [Fact]
    public void ReceiveWhile_ends_when_nothing_comes_for_the_idle_time()
    {
        TestActor.Tell("a");

        Assert.Equal(["a"], ReceiveWhile<string>(TimeSpan.FromMinutes(1), TimeSpan.FromMilliseconds(200), message => message as string));
    }

    [Fact]
    public async Task ReceiveWhileAsync_gives_each_result_as_its_message_comes()
    {
        TestActor.Tell("a");
        await using var results = ReceiveWhileAsync<string>(TimeSpan.FromSeconds(20), message => message as string).GetAsyncEnumerator();

        Assert.True(await results.MoveNextAsync());
        Assert.Equal("a", results.Current);
        TestActor.Tell("b");
        Assert.True(await results.MoveNextAsync());
        Assert.Equal("b", results.Current);
        TestActor.Tell(3);
        Assert.False(await results.MoveNextAsync());
    }

    [Fact]
    public async Task ReceiveNAsync_gives_as_many_messages_in_order()
    {
        foreach (var number in Enumerable.Range(1, 3)) TestActor.Tell(number);

        var received = new List<object>();
        await foreach (var message in ReceiveNAsync(2, TimeSpan.FromSeconds(20))) received.Add(message);

        Assert.Equal([1, 2], received.Cast<int>());
        await ExpectMsgAsync(3);
    }

    [Fact]
    public void FishForMessage_drops_what_comes_before()
    {
        foreach (var number in Enumerable.Range(1, 4)) TestActor.Tell(number);

        Assert.Equal(3, FishForMessage(message => message is 3));
        ExpectMsg(4);
    }

    [Fact]
    public void FishForMessage_of_a_type_drops_the_others()
    {
        TestActor.Tell("text");
        TestActor.Tell(1);
        TestActor.Tell(2);

        Assert.Equal(2, FishForMessage<int>(number => number > 1));
    }

    [Fact]
    public void FishForMessage_fails_when_time_is_up()
    {
        TestActor.Tell(1);

        Assert.ThrowsAny<XunitException>(() => FishForMessage(message => message is 2, TimeSpan.FromMilliseconds(50)));
    }

    [Fact]
    public void Ignored_messages_do_not_come_until_they_are_ignored_no_more()
    {
        IgnoreMessages<string>(text => text == "noise");
        TestActor.Tell("noise");
        TestActor.Tell("news");
        ExpectMsg("news");

        IgnoreNoMessages();
        TestActor.Tell("noise");
        ExpectMsg("noise");
    }

    [Fact]
    public void ReceiveWhile_takes_those_of_a_type_that_fit_and_drops_the_others()
    {
        foreach (var message in new object[] { "a", 1, "b", "long", "c" }) TestActor.Tell(message);

        Assert.Equal(["a", "b"], ReceiveWhile<string>(text => text.Length == 1));
        ExpectMsg("long");
    }

    [Fact]
    public void ReceiveWhile_ends_at_another_type_if_told_and_leaves_it()
    {
        foreach (var message in new object[] { "a", 1, "b" }) TestActor.Tell(message);

        Assert.Equal(["a"], ReceiveWhile<string>(_ => true, shouldIgnoreOtherMessageTypes: false));
        ExpectMsg(1);
    }

    [Fact]
    public async Task ReceiveWhileAsync_takes_those_of_a_type_that_fit()
    {
        foreach (var message in new object[] { "a", 1, "b" }) TestActor.Tell(message);

        var received = new List<string>();
        await foreach (var text in ReceiveWhileAsync<string>(_ => true, msgs: 3)) received.Add(text);
        Assert.Equal(["a", "b"], received);
    }

    [Fact]
    public async Task FishForMessageAsync_keeps_what_came_before_if_asked()
    {
        foreach (var message in new object[] { "a", 1, "b" }) TestActor.Tell(message);

        var others = new System.Collections.ArrayList();
        Assert.Equal("b", await FishForMessageAsync<string>(text => text == "b", others));
        Assert.Equal(["a", 1], others.Cast<object>());
    }

    [Fact]
    public async Task FishUntilMessageAsync_fails_when_one_of_the_type_comes()
    {
        TestActor.Tell("a");
        await FishUntilMessageAsync<int>(Short);

        TestActor.Tell("b");
        TestActor.Tell(1);
        await Assert.ThrowsAnyAsync<XunitException>(() => FishUntilMessageAsync<int>(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task WaitForRadioSilenceAsync_gives_what_came_before_it()
    {
        foreach (var message in new object[] { "a", 1 }) TestActor.Tell(message);

        Assert.Equal(["a", 1], (await WaitForRadioSilenceAsync(Short)).Cast<object>());
        Assert.Empty(await WaitForRadioSilenceAsync(Short));
    }

    [Fact]
    public async Task WaitForRadioSilenceAsync_fails_when_too_much_comes()
    {
        foreach (var message in new object[] { 1, 2, 3 }) TestActor.Tell(message);

        await Assert.ThrowsAnyAsync<XunitException>(() => WaitForRadioSilenceAsync(TimeSpan.FromSeconds(20), maxMessages: 1));
    }
}
