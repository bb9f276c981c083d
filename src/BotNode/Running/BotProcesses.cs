using BotNode.Processes;

namespace BotNode.Running;

/// <summary>The bot nodes of a conversation. They are started early, and told to join one by one. Used only from the conversation's loop.</summary>
/// <param name="start">Starts a bot node that will want this name; null: any.</param>
internal sealed class BotProcesses(Func<string?, INodeProcess> start) : IDisposable
{
    private readonly List<(string? Name, INodeProcess Process)> _waiting = [];
    private readonly Dictionary<string, INodeProcess> _members = new(StringComparer.Ordinal);
    private readonly List<INodeProcess> _all = [];
    private readonly List<INodeProcess> _sent = [];
    private readonly HashSet<INodeProcess> _crashedOnPurpose = [];

    /// <summary>Every bot node, in the order in which they were started.</summary>
    public IReadOnlyList<INodeProcess> All => _all;

    /// <summary>How the bot nodes that have ended did so, in the order in which they were started.</summary>
    public IReadOnlyList<ProcessEnd> Ends => [.. _all.Where(bot => bot.Exited.IsCompleted).Select(EndOf)];

    /// <summary>Those that were told to join, in that order; including those that will be refused.</summary>
    public IReadOnlyList<INodeProcess> Sent => _sent;

    /// <summary>Starts a bot node that will be needed.</summary>
    public void StartAhead(string? name) => _waiting.Add((name, Start(name)));

    /// <summary>Takes a bot node that will be told to join, and makes it the member of that name.</summary>
    public INodeProcess SendMember(string name) => _members[name] = Send(name);

    /// <summary>Takes a bot node that will be told to join; the member of that name stays the same.</summary>
    public INodeProcess Send(string? name)
    {
        var at = _waiting.FindIndex(waiting => waiting.Name == name);
        var process = at < 0 ? Start(name) : _waiting[at].Process;
        if (at >= 0)
            _waiting.RemoveAt(at);
        _sent.Add(process);
        return process;
    }

    /// <summary>The member of that name; null if none was sent.</summary>
    public INodeProcess? Member(string name) => _members.GetValueOrDefault(name);

    /// <summary>The name of a member; null for another bot node.</summary>
    public string? MemberOf(INodeProcess process)
    {
        foreach (var (name, member) in _members)
        {
            if (member == process)
                return name;
        }

        return null;
    }

    /// <summary>Kills the bot node of that name, as the script wants it.</summary>
    public void Crash(string name)
    {
        if (Member(name) is not { } member)
            return;
        _crashedOnPurpose.Add(member);
        member.Kill();
    }

    /// <summary>How a bot node has ended.</summary>
    public ProcessEnd EndOf(INodeProcess ended) => new(ended.Name, ended.Exited.Result, _crashedOnPurpose.Contains(ended));

    /// <inheritdoc />
    public void Dispose() => _all.ForEach(process => process.Dispose());

    private INodeProcess Start(string? name)
    {
        var process = start(name);
        _all.Add(process);
        return process;
    }
}
