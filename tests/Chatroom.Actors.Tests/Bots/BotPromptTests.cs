using Akka.Actor;
using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors.Tests;

/// <summary>What a mind is told besides the suggestion.</summary>
public sealed class BotPromptTests : BotActorTest
{
    private static readonly RoundTime Minute = new(TimeSpan.FromMinutes(1), 0, TimeSpan.Zero);

    private readonly Pondering _mind = new();

    [Fact]
    public async Task It_is_told_how_long_the_room_waits()
    {
        var bot = await Welcomed(Minute);

        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));

        await AllIsHeard(bot);
        Assert.Equal(TimeSpan.FromMinutes(1), Assert.Single(_mind.Asked).Deadline);
    }

    [Fact]
    public async Task An_older_room_does_not_say_how_long_it_waits()
    {
        var bot = await Welcomed(null);

        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));

        await AllIsHeard(bot);
        Assert.Null(Assert.Single(_mind.Asked).Deadline);
    }

    [Fact]
    public async Task Who_is_asked_again_after_a_loss_is_told_how_much_is_left()
    {
        var memory = new BotMemory();
        var lost = await Welcomed(Minute, memory: memory);
        lost.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        await AllIsHeard(lost);
        Watch(lost);
        Sys.Stop(lost);
        await FishForMessageAsync<Terminated>(_ => true, Limit);
        Time.Advance(20 * Second);

        var back = await Start(memory);
        back.Tell(new Welcome("Felix", 7, 2, new RoundTime(TimeSpan.FromMinutes(1), 1, 38 * Second)));
        await AllIsHeard(back);

        Assert.Equal([60, 38], _mind.Asked.Select(prompt => prompt.Deadline!.Value.TotalSeconds));
    }

    [Fact]
    public async Task Who_is_asked_again_by_an_older_room_knows_of_no_deadline()
    {
        var memory = new BotMemory();
        var lost = await Welcomed(Minute, memory: memory);
        lost.Tell(new Happened(new Suggested(3, 0, 1, Party)));
        await AllIsHeard(lost);
        Sys.Stop(lost);

        var back = await Start(memory);
        back.Tell(new Welcome("Felix", 7, 2));
        await AllIsHeard(back);

        Assert.Null(_mind.Asked[^1].Deadline);
    }

    [Fact]
    public async Task It_is_told_whom_it_plays_by_the_name_that_the_room_gave()
    {
        var personas = new Dictionary<string, PromptPersona>(StringComparer.Ordinal) { ["Felix"] = new("Felix", "work", "the nerd") };
        var bot = await Welcomed(Minute, _settings with { Name = null, PersonaOf = personas.GetValueOrDefault });

        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));

        await AllIsHeard(bot);
        Assert.Equal(new PromptPersona("Felix", "work", "the nerd"), Assert.Single(_mind.Asked).Persona);
    }

    [Fact]
    public async Task Nobody_knows_whom_a_bot_plays_that_is_given_no_personas()
    {
        var bot = await Welcomed(Minute);

        bot.Tell(new Happened(new Suggested(3, 0, 1, Party)));

        await AllIsHeard(bot);
        Assert.Null(Assert.Single(_mind.Asked).Persona);
    }

    private async Task<IActorRef> Welcomed(RoundTime? told, BotSettings? settings = null, BotMemory? memory = null)
    {
        var bot = await Start(memory ?? new BotMemory(), settings);
        bot.Tell(new Welcome("Felix", 7, 2, told));
        bot.Tell(new Happened(new Opened(1, 0, "chatroom", "test", 7, ["Felix"], 1)));
        bot.Tell(new Happened(new Joined(2, 0, "Felix", "local")));
        return bot;
    }

    private async Task<IActorRef> Start(BotMemory memory, BotSettings? settings = null)
    {
        var bot = Sys.ActorOf(BotActor.Props(TestActor, settings ?? _settings, _mind, _ => { }, memory));
        await Fish<Join>();
        return bot;
    }

    /// <summary>Is asked, and gives no answer.</summary>
    private sealed class Pondering : IMind
    {
        private readonly List<Prompt> _asked = [];

        public IReadOnlyList<Prompt> Asked => _asked;

        public Task<string?> ReplyAsync(Prompt prompt, CancellationToken cancellationToken)
        {
            _asked.Add(prompt);
            return new TaskCompletionSource<string?>().Task.WaitAsync(cancellationToken);
        }
    }
}
