using System.Threading.Channels;
using BotNode.Nodes;
using BotNode.Processes;
using Chatroom.Actors;

namespace BotNode.Running;

/// <summary>
/// Plays a script with bot nodes that are processes of their own. They were started beforehand and wait on their stdin, so
/// that a step costs no start of a process. Used from the conversation's loop only.
/// </summary>
/// <param name="crew">The bot nodes.</param>
/// <param name="time">Lets a script wait.</param>
/// <param name="happenings">Where the end of a wait is told.</param>
internal sealed class ProcessStage(BotProcesses crew, TimeProvider time, ChannelWriter<RunInput> happenings) : IScriptStage, IDisposable
{
    private readonly List<ITimer> _waits = [];

    /// <summary>Where the bots find the room; known once the seed node has said it.</summary>
    public RoomAddress? Address { get; set; }

    /// <inheritdoc />
    public void Join(string name, ScriptedActions driven) => crew.SendMember(name).Tell(new NodeCommand.Join($"{Address}", driven));

    /// <inheritdoc />
    public void RefusedJoin(string? name) => crew.Send(name).Tell(new NodeCommand.Join($"{Address}", ScriptedActions.None));

    /// <inheritdoc />
    public void Answer(string name, int round, string? text) => crew.Member(name)?.Tell(new NodeCommand.Answer(round, text));

    /// <inheritdoc />
    public void Leave(string name) => crew.Member(name)?.Tell(new NodeCommand.Leave());

    /// <inheritdoc />
    public void Crash(string name) => crew.Crash(name);

    /// <inheritdoc />
    public void Disconnect(string name) => crew.Member(name)?.Tell(new NodeCommand.Disconnect());

    /// <inheritdoc />
    public void Reconnect(string name) => crew.Member(name)?.Tell(new NodeCommand.Reconnect());

    /// <inheritdoc />
    public TimeSpan Now => time.GetElapsedTime(0);

    /// <inheritdoc />
    public void Wait(TimeSpan span, Action then) => _waits.Add(
        time.CreateTimer(_ => happenings.TryWrite(new RunInput.WaitOver(then)), null, span, Timeout.InfiniteTimeSpan));

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var wait in _waits)
            wait.Dispose();
    }
}
