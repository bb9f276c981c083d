using System.Threading.Channels;
using BotNode.Processes;

namespace BotNode.Tests.Running;

/// <summary>A node without a process: it prints and ends as the test says.</summary>
internal sealed class FakeNode(string name, Action<FakeNode, NodeCommand> onTold) : INodeProcess
{
    private const int Killed = 137;

    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly Channel<NodeCommand> _commands = Channel.CreateUnbounded<NodeCommand>();
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => name;

    public Task<int> Exited => _exited.Task;

    public bool WasKilled { get; private set; }

    /// <summary>The next command that it is given.</summary>
    public Task<NodeCommand> CommandAsync() => _commands.Reader.ReadAsync().AsTask();

    /// <summary>The commands that nobody has asked for, so far.</summary>
    public IEnumerable<NodeCommand> CommandsLeft()
    {
        while (_commands.Reader.TryRead(out var command))
            yield return command;
    }

    public void Prints(string line) => _lines.Writer.TryWrite(line);

    public void Ends(int code)
    {
        _exited.TrySetResult(code);
        _lines.Writer.TryComplete();
    }

    public async Task<string?> ReadLineAsync() => await _lines.Reader.WaitToReadAsync() && _lines.Reader.TryRead(out var line) ? line : null;

    public Task DrainAsync() => _exited.Task;

    public void Tell(NodeCommand command)
    {
        _commands.Writer.TryWrite(command);
        onTold(this, command);
    }

    public void EndInput() => Kill();

    public void Kill()
    {
        WasKilled |= !_exited.Task.IsCompleted;
        Ends(Killed);
    }

    public void Dispose()
    {
    }
}
