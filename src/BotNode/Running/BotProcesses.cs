using BotNode.Processes;

namespace BotNode.Running;

/// <summary>The bot nodes of a conversation, started ahead of their time and told to join one by one. Used from the conversation's loop only.</summary>
/// <param name="start">Starts a bot node that will want this name; null: any.</param>
internal sealed class BotProcesses(Func<string?, ChildProcess> start) : IDisposable
{
    private readonly List<(string? Name, ChildProcess Process)> _waiting = [];
    private readonly Dictionary<string, ChildProcess> _members = new(StringComparer.Ordinal);
    private readonly List<ChildProcess> _all = [];
    private readonly List<ChildProcess> _sent = [];
    private readonly HashSet<ChildProcess> _crashedOnPurpose = [];

    /// <summary>Every bot node, in the order in which they were started.</summary>
    public IReadOnlyList<ChildProcess> All => _all;

    /// <summary>Those that were told to join, in that order; those that will be refused among them.</summary>
    public IReadOnlyList<ChildProcess> Sent => _sent;

    /// <summary>Starts a bot node that will be needed.</summary>
    public void StartAhead(string? name) => _waiting.Add((name, Start(name)));

    /// <summary>Takes a bot node that will be told to join, and then be the one of that name.</summary>
    public ChildProcess SendMember(string name) => _members[name] = Send(name);

    /// <summary>Takes a bot node that will be told to join; the one that has the name stays the one.</summary>
    public ChildProcess Send(string? name)
    {
        var at = _waiting.FindIndex(waiting => waiting.Name == name);
        var process = at < 0 ? Start(name) : _waiting[at].Process;
        if (at >= 0)
            _waiting.RemoveAt(at);
        _sent.Add(process);
        return process;
    }

    /// <summary>The bot node of that name; null when none was sent.</summary>
    public ChildProcess? Member(string name) => _members.GetValueOrDefault(name);

    /// <summary>Kills the bot node of that name, as the script wants it.</summary>
    public void Crash(string name)
    {
        if (Member(name) is not { } member)
            return;
        _crashedOnPurpose.Add(member);
        member.Kill();
    }

    /// <summary>Whether the script killed it.</summary>
    public bool CrashedOnPurpose(ChildProcess process) => _crashedOnPurpose.Contains(process);

    /// <inheritdoc />
    public void Dispose() => _all.ForEach(process => process.Dispose());

    private ChildProcess Start(string? name)
    {
        var process = start(name);
        _all.Add(process);
        return process;
    }
}
