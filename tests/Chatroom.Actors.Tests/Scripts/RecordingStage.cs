namespace Chatroom.Actors.Tests;

/// <summary>Notes in short what a script tells it: <c>answer Felix 1 no</c>.</summary>
internal sealed class RecordingStage : IScriptStage
{
    private Action? _then;

    public List<string> Told { get; } = [];

    public void Join(string name, ScriptedActions driven) => Told.Add($"join {name} {driven}");

    public void RefusedJoin(string? name) => Told.Add($"refused join {name}");

    public void Answer(string name, int round, string? text) => Told.Add($"answer {name} {round} {text}");

    public void Leave(string name) => Told.Add($"leave {name}");

    public void Crash(string name) => Told.Add($"crash {name}");

    public void Disconnect(string name) => Told.Add($"disconnect {name}");

    public void Reconnect(string name) => Told.Add($"reconnect {name}");

    public TimeSpan Now { get; set; } = TimeSpan.FromHours(3);

    public void Wait(TimeSpan span, Action then)
    {
        Told.Add($"wait {span.TotalSeconds}");
        _then = then;
    }

    public void EndWait() => _then!();
}
