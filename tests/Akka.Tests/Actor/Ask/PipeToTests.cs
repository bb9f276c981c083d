using Akka.Actor;
using Akka.Tests.Support;

namespace Akka.Tests.Actor.Ask;

public class PipeToTests : ActorSystemTests
{
    [Fact]
    public async Task Result_is_sent()
    {
        var probe = CreateRecorder();
        await Task.FromResult("done").PipeTo(probe.Ref);
        Assert.Equal("done", await probe.NextAsync<string>());
    }

    [Fact]
    public async Task Result_of_an_unfinished_task_is_sent_when_it_is_there()
    {
        var probe = CreateRecorder();
        var source = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var piped = source.Task.PipeTo(probe.Ref);
        source.SetResult(7);
        await piped;
        Assert.Equal(7, await probe.NextAsync<int>());
    }

    [Fact]
    public async Task Sender_is_the_one_given()
    {
        var probe = CreateRecorder();
        var sender = CreateRecorder();
        await Task.FromResult("done").PipeTo(probe.Ref, sender.Ref);
        await probe.NextAsync<string>();
        Assert.Equal(sender.Ref, probe.LastSender);
    }

    [Fact]
    public async Task Exception_is_sent_as_a_failure()
    {
        var probe = CreateRecorder();
        var cause = new InvalidOperationException("no");
        await Task.FromException<string>(cause).PipeTo(probe.Ref);
        Assert.Same(cause, (await probe.NextAsync<Status.Failure>()).Cause);
    }

    [Fact]
    public async Task Success_and_failure_can_be_made_into_other_messages()
    {
        var probe = CreateRecorder();
        await Task.FromResult(1).PipeTo(probe.Ref, success: number => $"got {number}");
        Assert.Equal("got 1", await probe.NextAsync<string>());
        await Task.FromException<int>(new InvalidOperationException("no")).PipeTo(probe.Ref, failure: error => error.Message);
        Assert.Equal("no", await probe.NextAsync<string>());
    }

    [Fact]
    public async Task Task_without_a_result_sends_what_success_says()
    {
        var probe = CreateRecorder();
        await Task.CompletedTask.PipeTo(probe.Ref, success: () => "over");
        Assert.Equal("over", await probe.NextAsync<string>());
    }

    [Fact]
    public async Task Task_without_a_result_sends_nothing_of_its_own()
    {
        var probe = CreateRecorder();
        await Task.CompletedTask.PipeTo(probe.Ref);
        await probe.AssertNothingElseAsync();
    }

    [Fact]
    public async Task Failed_task_without_a_result_sends_a_failure()
    {
        var probe = CreateRecorder();
        await Task.FromException(new InvalidOperationException("no")).PipeTo(probe.Ref);
        Assert.Equal("no", (await probe.NextAsync<Status.Failure>()).Cause.Message);
    }
}
