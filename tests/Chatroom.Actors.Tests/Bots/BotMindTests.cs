using Akka.Actor;
using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors.Tests;

/// <summary>What a bot makes of its mind: of what it says, of how long it takes, and of its failures.</summary>
public sealed class BotMindTests : BotActorTest
{
    [Fact]
    public async Task A_mind_that_fails_is_silence()
    {
        var bot = await Welcomed(new Failing());

        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        bot.Tell(new Over());

        Assert.IsType<Bye>(await FishForMessageAsync(message => message is Bye or Answer, Limit));
    }

    [Fact]
    public async Task A_mind_may_take_its_time()
    {
        var reply = new TaskCompletionSource<string?>();
        var bot = await Welcomed(new Waiting(reply.Task));
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));

        reply.SetResult("well...");

        Assert.Equal(new Answer(1, "well..."), await Fish<Answer>());
    }

    [Fact]
    public async Task It_thinks_as_long_as_it_is_told_to()
    {
        var bot = await Welcomed(settings: _settings with { ThinkTime = TimeSpan.FromMilliseconds(500) });
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        await bot.Ask<ActorIdentity>(new Identify(1), Limit);
        await bot.Ask<ActorIdentity>(new Identify(2), Limit);

        Time.Advance(TimeSpan.FromMilliseconds(500));

        Assert.Equal(new Answer(1, "ok"), await Fish<Answer>());
    }

    [Fact]
    public async Task Its_mind_says_how_long_it_thinks_unless_the_settings_do()
    {
        var bot = await Welcomed(new Listening { Time = Second });
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        await bot.Ask<ActorIdentity>(new Identify(1), Limit);
        await bot.Ask<ActorIdentity>(new Identify(2), Limit);
        Assert.False(HasMessages);

        Time.Advance(Second);
        Assert.Equal(new Answer(1, "Opened, Joined, Suggested"), await Fish<Answer>());

        var hasty = await Welcomed(new Listening { Time = Second }, _settings with { ThinkTime = TimeSpan.Zero });
        hasty.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        await Fish<Answer>();
    }

    [Fact]
    public async Task Its_mind_hears_each_event_once_and_a_suggestion_before_it_is_asked()
    {
        var bot = await Welcomed(new Listening());
        bot.Tell(new Happened(new Joined(2, 0, "Felix", "local")));
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));

        Assert.Equal(new Answer(1, "Opened, Joined, Suggested"), await Fish<Answer>());
    }

    [Fact]
    public async Task A_mind_that_fails_to_listen_or_to_say_its_time_answers_all_the_same()
    {
        var bot = await Welcomed(new Listening { Fails = true });
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));

        Assert.Equal(new Answer(1, ""), await Fish<Answer>() with { Text = "" });
    }

    [Fact]
    public async Task Who_thinks_for_longer_than_a_round_is_late_and_not_silent()
    {
        var bot = await Welcomed(settings: _settings with { ThinkTime = TimeSpan.FromSeconds(3) });
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        await bot.Ask<ActorIdentity>(new Identify(1), Limit);
        Time.Advance(TimeSpan.FromSeconds(2));
        bot.Tell(new Happened(new RoundClosed(4, 0, 1, [])));
        bot.Tell(new Happened(new Suggested(5, 0, 2, Party)));
        await bot.Ask<ActorIdentity>(new Identify(2), Limit);

        Time.Advance(Second);
        Assert.Equal(new Answer(1, "ok"), await Fish<Answer>());
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("\a\a")]
    public async Task A_mind_that_says_nothing_but_blanks_is_silent(string text)
    {
        var bot = await Welcomed(new Saying(text));
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        await bot.Ask<ActorIdentity>(new Identify(1), Limit);

        bot.Tell(new Over());

        Assert.IsType<Bye>(await FishForMessageAsync(message => message is Answer or Bye, Limit));
    }

    [Fact]
    public async Task What_is_longer_than_a_text_may_be_is_shortened_and_told()
    {
        var bot = await Welcomed(new Saying(new string('x', 6000)));
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));

        Assert.Equal(new Answer(1, new string('x', ChatText.MaxText)), await Fish<Answer>());
        Assert.Equal(new BotNews.Shortened(1, 6000), await _news.Reader.ReadAllAsync().FirstAsync(news => news is BotNews.Shortened).AsTask().WaitAsync(Limit));
    }

    [Theory]
    [InlineData(" ", typeof(BotNews.Blank), null)]
    [InlineData("", typeof(BotNews.Blank), null)]
    [InlineData("one\nline", typeof(BotNews.Cleaned), "one line")]
    [InlineData("bell\a", typeof(BotNews.Cleaned), "bell ")]
    public async Task What_is_not_said_as_it_was_given_is_told(string text, Type told, string? said)
    {
        var bot = await Welcomed(new Saying(text));
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));

        var news = await _news.Reader.ReadAllAsync().OfType<BotNews.AnswerNotAsGiven>().FirstAsync().AsTask().WaitAsync(Limit);
        Assert.Equal((told, 1), (news.GetType(), news.Round));
        if (said is not null)
        {
            Assert.Equal(new Answer(1, said), await Fish<Answer>());
        }
    }

    [Theory]
    [InlineData("ok")]
    [InlineData(null)]
    public async Task What_is_said_as_it_was_given_and_silence_are_not_told(string? text)
    {
        var bot = await Welcomed(new Saying(text));
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        if (text is not null)
        {
            bot.Tell(new Happened(new Said(4, 0, 1, "Felix", text, false)));
        }
        bot.Tell(new Over());
        bot.Tell(new Happened(new Left(text is null ? 4 : 5, 0, "Felix", Leaving.Bye)));

        Assert.DoesNotContain(await NewsToTheEnd(), news => news is BotNews.AnswerNotAsGiven);
    }

    [Fact]
    public async Task An_answer_that_the_room_no_longer_takes_is_told()
    {
        var reply = new TaskCompletionSource<string?>();
        var bot = await Welcomed(new Waiting(reply.Task));
        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        bot.Tell(new Over());
        await Fish<Bye>();

        reply.SetResult("at last");
        await Fish<Answer>();
        bot.Tell(new Happened(new Left(4, 0, "Felix", Leaving.Bye)));

        Assert.Equal([new BotNews.TooLate(1), new BotNews.Ended(Leaving.Bye)], (await NewsToTheEnd()).TakeLast(2));
    }

    private async Task<IReadOnlyList<BotNews>> NewsToTheEnd()
    {
        var news = new List<BotNews>();
        while (news is not [.., BotNews.Ended])
        {
            news.Add(await _news.Reader.ReadAsync().AsTask().WaitAsync(Limit));
        }
        return news;
    }

    private sealed class Failing : IMind
    {
        public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken) => throw new InvalidOperationException("no idea");
    }

    private sealed class Waiting(Task<string?> reply) : IMind
    {
        public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken) => reply;
    }

    /// <summary>Answers with what it has heard.</summary>
    private sealed class Listening : IMind
    {
        private readonly List<string> _heard = [];

        public TimeSpan Time { get; init; }

        public bool Fails { get; init; }

        public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken) =>
            Task.FromResult<string?>(Fails ? "ok" : string.Join(", ", _heard));

        public void Hear(RoomEvent happened)
        {
            if (Fails)
            {
                throw new InvalidOperationException("I don't listen.");
            }
            _heard.Add(happened.GetType().Name);
        }

        public TimeSpan ThinkTime(Prompt prompt) => Fails ? throw new InvalidOperationException("I have no time.") : Time;
    }
}
