namespace Chatroom.Actors.Hocon.Parsing;

/// <summary>What <c>key += value</c> assigns: the array that the key held before, if any, and more items.</summary>
internal sealed class AppendNode(Source source, int position, ArrayNode added) : Node(source, position)
{
    public ArrayNode Added { get; } = added;
}
