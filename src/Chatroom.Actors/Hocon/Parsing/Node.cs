namespace Chatroom.Actors.Hocon;

/// <summary>A value as written, its substitutions still open.</summary>
internal abstract class Node(Origin origin)
{
    /// <summary>Where it was written; for literals that became one, where the last one was.</summary>
    public Origin Origin { get; set; } = origin;
}

/// <summary>A value that needs no resolving.</summary>
internal sealed class ScalarNode(HoconScalar value) : Node(value.Origin)
{
    public HoconScalar Value => value;
}

/// <summary>An array literal.</summary>
internal sealed class ArrayNode(Origin origin) : Node(origin)
{
    public List<Node> Items { get; } = [];
}

/// <summary>What <c>key += value</c> assigns: the array that the key held before, if any, and more items.</summary>
internal sealed class AppendNode(Origin origin) : Node(origin)
{
    public List<Node> Items { get; } = [];
}

/// <summary>Values next to each other; blanks between them are pieces of their own.</summary>
internal sealed class ConcatNode(Origin origin, List<Node> pieces) : Node(origin)
{
    public List<Node> Pieces => pieces;
}

/// <summary>Blanks between two pieces of a concatenation, which count only between strings.</summary>
internal sealed class BlankNode(Origin origin, string text) : Node(origin)
{
    public string Text => text;
}

/// <summary>A substitution, <c>${path}</c> or <c>${?path}</c>.</summary>
internal sealed class ReferenceNode(Origin origin, string[] path, bool optional, string[] prefix) : Node(origin)
{
    public string[] Path => path;

    public bool Optional => optional;

    /// <summary>Where the text was included: the path is looked up below it first, and then as it is written.</summary>
    public string[] Prefix => prefix;

    /// <summary>Whether it is in an object concatenation, where only an object is allowed.</summary>
    public bool MustBeObject { get; private init; }

    /// <summary>This substitution as a part of an object concatenation.</summary>
    public ReferenceNode AsObject() => new(Origin, Path, Optional, Prefix) { MustBeObject = true };
}
