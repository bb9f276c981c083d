using BotNode.Processes;
using Chatroom.Actors;

namespace BotNode.Running;

/// <summary>
/// Plays a script with bot nodes that are processes of their own. They were started early and wait on their stdin, so
/// that no step waits for the start of a process. Used only from the conversation's loop.
/// </summary>
/// <param name="bots">The bot nodes.</param>
/// <param name="report">Has the room's address before the script begins.</param>
/// <param name="time">Lets a script wait.</param>
/// <param name="inputs">Takes the end of a wait.</param>
internal sealed class ProcessStage(BotProcesses bots, SeedReport report, TimeProvider time, RunInputs inputs) : IScriptStage, IDisposable
{
    private readonly List<ITimer> _waits = [];

    /// <inheritdoc />
    public void Join(string name, ScriptedActions driven) => bots.SendMember(name).Tell(new NodeCommand.Join($"{report.Address}", driven));

    /// <inheritdoc />
    public void RefusedJoin(string? name) => bots.Send(name).Tell(new NodeCommand.Join($"{report.Address}", ScriptedActions.None));

    /// <inheritdoc />
    public void Answer(string name, int round, string? text) => bots.Member(name)?.Tell(new NodeCommand.Answer(round, text));

    /// <inheritdoc />
    public void Leave(string name) => bots.Member(name)?.Tell(new NodeCommand.Leave());

    /// <inheritdoc />
    public void Crash(string name) => bots.Crash(name);

    /// <inheritdoc />
    public void Disconnect(string name) => bots.Member(name)?.Tell(new NodeCommand.Disconnect());

    /// <inheritdoc />
    public void Reconnect(string name) => bots.Member(name)?.Tell(new NodeCommand.Reconnect());

    /// <inheritdoc />
    public TimeSpan Now => time.GetElapsedTime(0);

    /// <inheritdoc />
    public void Wait(TimeSpan span, Action then) => _waits.Add(
        time.CreateTimer(_ => inputs.Add(new RunInput.WaitOver(then)), null, span, Timeout.InfiniteTimeSpan));

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var wait in _waits)
            wait.Dispose();
    }
}
