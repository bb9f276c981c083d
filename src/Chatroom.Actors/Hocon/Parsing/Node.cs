using Chatroom.Actors.Hocon.Model;

namespace Chatroom.Actors.Hocon.Parsing;

/// <summary>A value as written, its substitutions still open.</summary>
internal abstract class Node(Source source, int position)
{
    protected Source Source { get; } = source;

    protected int Position { get; } = position;

    /// <summary>An error about this value.</summary>
    public HoconParserException Error(string message) => Source.Error(Position, message);
}

/// <summary>A value that needs no resolving.</summary>
internal sealed class ScalarNode(Source source, int position, ConfScalar value) : Node(source, position)
{
    public ConfScalar Value { get; } = value;
}

/// <summary>An array literal.</summary>
internal sealed class ArrayNode(Source source, int position) : Node(source, position)
{
    public List<Node> Items { get; } = [];
}

/// <summary>Values next to each other; blanks between them are pieces of their own.</summary>
internal sealed class ConcatNode(Source source, int position, List<Node> pieces) : Node(source, position)
{
    public List<Node> Pieces { get; } = pieces;
}

/// <summary>Blanks between two pieces of a concatenation, which count only between strings.</summary>
internal sealed class BlankNode(Source source, int position, string text) : Node(source, position)
{
    public string Text { get; } = text;
}

/// <summary>A substitution, <c>${path}</c> or <c>${?path}</c>.</summary>
internal sealed class ReferenceNode(Source source, int position, string[] path, bool optional, string[] prefix)
    : Node(source, position)
{
    public string[] Path { get; } = path;

    public bool Optional { get; } = optional;

    /// <summary>Where the text was included: the path is looked up below it first, and then as it is written.</summary>
    public string[] Prefix { get; } = prefix;

    /// <summary>Whether it stands in an object concatenation, where nothing but an object will do.</summary>
    public bool MustBeObject { get; private init; }

    /// <summary>This substitution as a part of an object concatenation.</summary>
    public ReferenceNode AsObject() => new(Source, Position, Path, Optional, Prefix) { MustBeObject = true };
}
