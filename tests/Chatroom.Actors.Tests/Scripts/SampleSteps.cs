namespace Chatroom.Actors.Tests;

internal static class SampleSteps
{
    /// <summary>An example of each kind of step.</summary>
    public static readonly ScriptStep[] OneOfEach =
    [
        new ScriptStep.Join("Felix"),
        new ScriptStep.RefusedJoin("Felix", RefusalReason.NameTaken),
        new ScriptStep.Answer("Felix"),
        new ScriptStep.Leave("Felix"),
        new ScriptStep.WalkOut("Felix"),
        new ScriptStep.Crash("Felix"),
        new ScriptStep.Disconnect("Felix"),
        new ScriptStep.Reconnect("Felix"),
        new ScriptStep.Wait(TimeSpan.FromSeconds(1)),
        new ScriptStep.RoundOver(1),
        new ScriptStep.Absent("Felix"),
        new ScriptStep.Silent("Felix"),
        new ScriptStep.Stay("Felix"),
    ];
}

/// <summary>A kind of step that the library does not know, like one that was added and then forgotten somewhere.</summary>
internal sealed record UnknownStep : ScriptStep
{
    /// <inheritdoc />
    public override TakenOver? TakesOver => null;
}
