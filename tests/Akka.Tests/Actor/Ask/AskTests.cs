using Akka.Actor;
using Akka.Event;
using Akka.Tests.Support;

namespace Akka.Tests.Actor.Ask;

public class AskTests : ActorSystemTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    private IActorRef Echo() => CreateActor((message, context) => context.Sender.Tell(message, context.Self));

    private IActorRef Silent(string? name = null) => CreateActor((_, _) => { }, name);

    [Fact]
    public async Task Answer_completes_the_task() => Assert.Equal("hello", await Echo().Ask<string>("hello", Limit));

    [Fact]
    public async Task Answer_of_any_type_is_an_object() => Assert.Equal(42, await Echo().Ask(42, Limit));

    [Fact]
    public async Task Answer_of_another_type_is_an_error() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Echo().Ask<string>(42, Limit));

    [Fact]
    public async Task Answered_failure_is_thrown()
    {
        var failing = CreateActor((_, context) =>
            context.Sender.Tell(new Status.Failure(new InvalidOperationException("no")), context.Self));
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => failing.Ask<string>("?", Limit));
        Assert.Equal("no", error.Message);
    }

    [Fact]
    public async Task No_answer_in_time_is_a_timeout() =>
        await Assert.ThrowsAsync<AskTimeoutException>(() => Silent().Ask<string>("?", Short));

    [Fact]
    public async Task A_timeout_of_zero_is_none()
    {
        var asked = new TaskCompletionSource<IActorRef>(TaskCreationOptions.RunContinuationsAsynchronously);
        var late = CreateActor((_, context) => asked.SetResult(context.Sender));

        // Worked out, as the official packages come with an analyzer that refuses one that is written down.
        var answer = late.Ask<string>("?", Limit - Limit);
        (await asked.Task.WaitAsync(Limit)).Tell("here I am");

        Assert.Equal("here I am", await answer.WaitAsync(Limit));
    }

    [Fact]
    public async Task Cancelling_cancels_the_task()
    {
        using var source = new CancellationTokenSource();
        var answer = Silent().Ask<string>("?", source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }

    [Fact]
    public async Task Cancelling_wins_over_a_long_timeout()
    {
        using var source = new CancellationTokenSource();
        var answer = Silent().Ask<string>("?", Limit, source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }

    [Fact]
    public async Task Question_can_hold_the_reference_to_answer_to()
    {
        var actor = CreateActor((message, context) => ((Question)message).ReplyTo.Tell("answer", context.Self));
        Assert.Equal("answer", await actor.Ask<string>(replyTo => new Question(replyTo), Limit, CancellationToken.None));
    }

    [Fact]
    public async Task Asker_is_under_temp()
    {
        var actor = CreateActor((_, context) => context.Sender.Tell(context.Sender.Path.ToStringWithoutAddress(), context.Self));
        Assert.StartsWith("/temp/", await actor.Ask<string>("who?", Limit), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopped_actor_gives_no_answer()
    {
        var stopped = Silent();
        await stopped.GracefulStop(Limit);
        await Assert.ThrowsAsync<AskTimeoutException>(() => stopped.Ask<string>("?", Short));
    }

    [Fact]
    public async Task Selection_can_be_asked()
    {
        CreateActor((message, context) => context.Sender.Tell(message, context.Self), "echo");
        Assert.Equal("hello", await Sys.ActorSelection("/user/echo").Ask<string>("hello", Limit));
    }

    [Fact]
    public async Task Many_questions_get_their_own_answers()
    {
        var echo = Echo();
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => echo.Ask<int>(i, Limit)));
        Assert.Equal(Enumerable.Range(0, 200), answers);
    }

    [Fact]
    public async Task Answer_after_the_timeout_becomes_a_dead_letter()
    {
        var probe = CreateRecorder();
        Sys.EventStream.Subscribe(probe.Ref, typeof(DeadLetter));
        IActorRef? asker = null;
        var actor = CreateActor((_, context) => asker = context.Sender);
        await Assert.ThrowsAsync<AskTimeoutException>(() => actor.Ask<string>("?", Short));
        await EventuallyAsync(() => asker is not null);
        asker!.Tell("late", actor);
        await probe.NextWhereAsync<DeadLetter>(letter => Equals(letter.Message, "late"));
    }

    [Fact]
    public async Task What_is_no_actor_cannot_be_asked() =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await new Wall().Ask<string>("?", Short));

    [Fact]
    public async Task Actor_can_ask_another_and_pipe_the_answer_to_itself()
    {
        var probe = CreateRecorder();
        var echo = Echo();
        var asking = CreateActor((message, context) =>
        {
            if (message is "start") echo.Ask<string>("hello", Limit).PipeTo(context.Self, context.Self);
            else probe.Ref.Tell(message, context.Self);
        });
        asking.Tell("start", ActorRefs.NoSender);
        Assert.Equal("hello", await probe.NextAsync<string>());
    }

    private sealed record Question(IActorRef ReplyTo);

    private sealed class Wall : ICanTell
    {
        public void Tell(object message, IActorRef? sender) => throw new NotSupportedException();
    }
}
