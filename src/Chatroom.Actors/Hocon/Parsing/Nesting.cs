using System.Globalization;

namespace Chatroom.Actors.Hocon;

/// <summary>The objects and arrays that are open where a text is read, and their depth.</summary>
/// <param name="depth">How many levels are around the text; none unless it is included.</param>
/// <param name="isInArray">Whether one of them is an array.</param>
internal sealed class Nesting(int depth, bool isInArray = false)
{
    // Deeper than any file a person writes, shallow enough for any thread's stack.
    private const int MaxDepth = 200;

    private readonly Stack<Node> _open = new();
    private int _depth = depth;
    private int _arrays;

    public bool IsInArray => isInArray || _arrays > 0;

    /// <summary>The nesting of a text that is included here.</summary>
    public Nesting Inside() => new(_depth, IsInArray);

    /// <summary>Goes so many levels deeper.</summary>
    /// <exception cref="HoconException">That is too deep.</exception>
    public void Enter(int levels, Origin origin)
    {
        _depth += levels;
        if (_depth > MaxDepth)
            throw origin.Error($"nested deeper than {MaxDepth} levels");
    }

    /// <summary>Goes so many levels up.</summary>
    public void Leave(int levels) => _depth -= levels;

    /// <summary>An object or an array begins.</summary>
    /// <exception cref="HoconException">It is too deep.</exception>
    public void Open(Node node)
    {
        Enter(1, node.Origin);
        _open.Push(node);
        if (node is ArrayNode)
            _arrays++;
    }

    /// <summary>The innermost one ends.</summary>
    public void Close()
    {
        Leave(1);
        if (_open.Pop() is ArrayNode)
            _arrays--;
    }

    /// <summary>The error that the innermost one never ends.</summary>
    public HoconException NeverClosed(char end, HoconReader reader) =>
        reader.Expected(string.Create(CultureInfo.InvariantCulture, $"'{end}' for what begins in line {_open.Peek().Origin.Line}"));

    /// <summary>
    /// What an error says about the one that is still open; null if that is not its cause. If something can't stand in a list or an
    /// object, the author mostly forgot to close that, lines before.
    /// </summary>
    public string? StillOpen(HoconException error, HoconReader reader)
    {
        if (!_open.TryPeek(out var innermost) || error.Origin.File != reader.Source.File || innermost.Origin.Line >= error.Origin.Line)
            return null;
        var (kind, strangers) = innermost is ArrayNode ? ("list", ":=}") : ("object", "]");
        return strangers.Contains(reader.Current, StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"the {kind} that begins in line {innermost.Origin.Line} is still open")
            : null;
    }
}
