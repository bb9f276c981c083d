using Xunit.Sdk;

namespace Akka.TestKit.Xunit2.Tests;

public sealed class ExpectMsgFromTests : PatientTestKit
{
    [Fact]
    public void The_right_message_from_the_right_sender_passes()
    {
        var probe = CreateTestProbe();
        probe.Send(TestActor, "hello");

        Assert.Equal("hello", ExpectMsgFrom(probe.Ref, "hello"));
    }

    [Fact]
    public void Another_sender_fails()
    {
        var probe = CreateTestProbe();
        TestActor.Tell("hello", TestActor);

        Assert.ThrowsAny<XunitException>(() => ExpectMsgFrom<string>(probe.Ref));
    }

    [Fact]
    public void Another_message_fails()
    {
        var probe = CreateTestProbe();
        probe.Send(TestActor, "hello");

        Assert.ThrowsAny<XunitException>(() => ExpectMsgFrom<string>(probe.Ref, text => text == "bye"));
    }

    [Fact]
    public async Task The_async_form_judges_sender_and_message_by_assertions()
    {
        var probe = CreateTestProbe();
        probe.Send(TestActor, "hello");

        await ExpectMsgFromAsync<string>(sender => Assert.Equal(probe.Ref, sender), text => Assert.Equal("hello", text));
    }
}
