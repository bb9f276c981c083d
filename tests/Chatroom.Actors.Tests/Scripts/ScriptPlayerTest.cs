namespace Chatroom.Actors.Tests;

/// <summary>A script for Felix and Rateb, played on a stage that only notes what it is told, to what a test says happened.</summary>
public abstract class ScriptPlayerTest
{
    private protected static readonly Suggestion Party = new("chill", "party", null, "Party?");

    private protected readonly RecordingStage _stage = new();

    private protected static Scenario Scenario(SpeakingOrder order, params ScriptStep[] script) => new("test", [Bot("Felix"), Bot("Rateb")], Catalogue.Empty)
    {
        Room = new RoomSettings { Next = SuggestionSource.Script, Order = order },
        Suggestions = [Party],
        Script = ValueList.Create(script.AsSpan()),
    };

    private static Persona Bot(string name) => new(name, "", "chill", []);

    private protected ScriptPlayer Play(ScriptStep[] script, params RoomEvent[] events) => Play(SpeakingOrder.Arrival, script, events);

    private protected ScriptPlayer Play(SpeakingOrder order, ScriptStep[] script, params RoomEvent[] events)
    {
        var player = new ScriptPlayer(Scenario(order, script), _stage);
        player.Happened(new Opened(1, 0, "chatroom", "test", 1, ["Felix", "Rateb"], 1));
        foreach (var happened in events)
        {
            player.Happened(happened);
        }
        return player;
    }

    private protected static Joined In(string name) => new(0, 0, name, "local");

    private protected static Said Says(string name) => new(0, 0, 1, name, "ok", false);

    private protected static Left Goes(string name) => new(0, 0, name, Leaving.Bye);

    private protected static readonly Suggested Suggested = new(0, 0, 1, Party);

    private protected static readonly RoundClosed RoundClosed = new(0, 0, 1, []);
}
