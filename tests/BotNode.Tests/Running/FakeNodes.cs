using System.Text;
using BotNode.Output;
using BotNode.Processes;
using BotNode.Running;
using Chatroom.Actors;

namespace BotNode.Tests.Running;

/// <summary>
/// A run whose nodes are no processes. Its seed node tells of a conversation what the test says, and ends when it has nothing left to do;
/// its bots end with 0 as soon as they are told to join.
/// </summary>
internal sealed class FakeNodes : INodeStarter
{
    public const string Address = "akka.tcp://Chatroom@127.0.0.1:1";

    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly StringBuilder _transcript = new();
    private readonly TranscriptWriter _writer;
    private readonly Scenario _scenario;
    private int _n;

    public FakeNodes(Scenario scenario, TimeProvider? time = null)
    {
        _scenario = scenario;
        _writer = new TranscriptWriter(new StringWriter(_transcript), new TranscriptHeader(scenario.Name, "", 7, scenario.Names, scenario.Room, "botnode"));
        Run = new ConversationRun(
            scenario, this, new Terminal(TextReader.Null, new LastingWriter(new StringWriter(_output)), new LastingWriter(new StringWriter(_errors)), IsColoured: false),
            time ?? new TimeOfWaits(areOver: false));
    }

    public ConversationRun Run { get; }

    public FakeNode Seed { get; } = new("seed node", OnSeedTold);

    public List<FakeNode> Bots { get; } = [];

    /// <summary>What a bot does when it is given a command.</summary>
    public Action<FakeNode, NodeCommand> OnBotTold { get; set; } = (bot, _) => bot.Ends(0);

    /// <summary>The bot that can't be started.</summary>
    public string? Unstartable { get; init; }

    public string Output => _output.ToString();

    public string Errors => _errors.ToString().TrimEnd();

    public FakeNode Bot(string name) => Bots.First(bot => bot.Name == name);

    public Task<int> RunAsync(CancellationToken interrupted = default) => Run.RunAsync(interrupted).WaitAsync(Limit, CancellationToken.None);

    public INodeProcess StartSeed() => Seed;

    public INodeProcess StartBot(string? name)
    {
        if (name is not null && name == Unstartable)
            throw new InvalidOperationException($"{name} can't be started");
        var bot = new FakeNode(name ?? "anybody", (told, command) => OnBotTold(told, command));
        Bots.Add(bot);
        return bot;
    }

    /// <summary>The seed node says its address, and that the room is open.</summary>
    public void Opens()
    {
        Seed.Prints($$"""{"address":"{{Address}}"}""");
        Happens(n => new Opened(n, 0, "chatroom", _scenario.Name, 7, _scenario.Names, 1));
    }

    public void Joins(params string[] names)
    {
        foreach (var name in names)
            Happens(n => new Joined(n, 0, name, "local"));
    }

    public void Suggests() => Happens(n => new Suggested(n, 0, 1, new Suggestion("chill", "read", null, "Let's read!")));

    public void Loses(string name) => Happens(n => new Left(n, 0, name, Leaving.Crashed));

    /// <summary>The room closes, and the transcript ends.</summary>
    public void Closes(CloseReason reason) => Happens(n => new Closed(n, 0, reason));

    /// <summary>The seed node tells of an event.</summary>
    /// <param name="withNumber">The event with its number.</param>
    public void Happens(Func<int, RoomEvent> withNumber)
    {
        _writer.Write(withNumber(++_n));
        foreach (var line in _transcript.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Seed.Prints(line);
        _transcript.Clear();
    }

    /// <summary>A scenario of these two, with this script.</summary>
    public static Scenario FelixAndMarija(params ScriptStep[] script) => new("test", [Persona.WithoutWords("Felix"), Persona.WithoutWords("Marija")], Catalogue.Empty)
    {
        Seed = 7,
        Script = [.. script],
    };

    private static void OnSeedTold(FakeNode seed, NodeCommand command)
    {
        if (command is NodeCommand.WaitNoMore)
            seed.Ends(0);
    }
}
