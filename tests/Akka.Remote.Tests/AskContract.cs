using Akka.Actor;

namespace Akka.Remote.Tests;

/// <summary>Questions over the wire, and answers that are failures.</summary>
public abstract class AskContract(string transport) : TwoNodeContract(transport)
{
    [Fact]
    public async Task Each_question_gets_its_own_answer()
    {
        var echo = await Nodes.Resolve(A, B, "/user/echo");

        var answers = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(i => echo.Ask<int>(i, Recorder.Limit)));

        Assert.Equal(Enumerable.Range(0, 1_000), answers);
    }

    [Fact]
    public async Task A_third_node_may_answer()
    {
        var c = Start("C");
        c.ActorOf(Props.Create<EchoActor>(), "echo");
        var remote = await Nodes.Resolve(B, c, "/user/echo");
        B.ActorOf(Props.Create(() => new ForwardActor(remote)), "forward");

        Assert.Equal("around", await Nodes.Select(A, B, "/user/forward").Ask<string>("around", Recorder.Limit));
    }

    [Theory]
    [InlineData("/user/silent")]
    [InlineData("/user/nobody")]
    public async Task No_answer_in_time_is_a_timeout(string path)
    {
        Recorder.Start(B, "silent");

        await Assert.ThrowsAsync<AskTimeoutException>(() => Nodes.Select(A, B, path).Ask<string>("well?", TimeSpan.FromMilliseconds(300)));
    }

    [Fact]
    public async Task A_failure_as_answer_is_thrown()
    {
        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => Nodes.Select(A, B, "/user/echo").Ask<string>("fail", Recorder.Limit));

        Assert.Equal("no such thing", thrown.Message);
    }

    [Fact]
    public async Task A_failure_tells_its_causes()
    {
        var failure = new Status.Failure(new InvalidOperationException("outer", new NotSupportedException("middle", new FormatException("inner"))));
        B.ActorOf(Props.Create(() => new AnswerActor(failure)), "answer");

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => Nodes.Select(A, B, "/user/answer").Ask<string>("why?", Recorder.Limit));

        Assert.Equal("outer", thrown.Message);
        Assert.Equal("middle", thrown.InnerException?.Message);
        Assert.Equal("inner", thrown.InnerException?.InnerException?.Message);
        Assert.Null(thrown.InnerException?.InnerException?.InnerException);
    }

    [Fact]
    public async Task A_success_arrives_with_what_it_holds()
    {
        object[] contents = ["text", 7, long.MaxValue, new byte[] { 1, 2, 3 }, new Note("mine")];
        foreach (var content in contents)
        {
            var actor = B.ActorOf(Props.Create(() => new AnswerActor(new Status.Success(content))));

            var success = await Nodes.Select(A, B, $"/user/{actor.Path.Name}").Ask<Status.Success>("well?", Recorder.Limit);

            Assert.Equal(content, success.Status);
        }
    }

    [Fact]
    public async Task A_question_may_be_empty()
    {
        var echo = await Nodes.Resolve(A, B, "/user/echo");

        Assert.Empty(await echo.Ask<string>("", Recorder.Limit));
        Assert.Empty(await echo.Ask<byte[]>(Array.Empty<byte>(), Recorder.Limit));
    }

    [Fact]
    public async Task A_question_may_hold_any_text()
    {
        var echo = await Nodes.Resolve(A, B, "/user/echo");
        string[] texts = ["\0", "\r\n\t", "\uffff", "🙂🏳️‍🌈", "é\u0301", "\u202eright to left", new string('ß', 30_000)];

        foreach (var text in texts)
            Assert.Equal(text, await echo.Ask<string>(text, Recorder.Limit));
    }
}

public sealed class TcpAskTests() : AskContract(Nodes.Tcp);

public sealed class InMemoryAskTests() : AskContract(InMemoryTransport.Settings);
