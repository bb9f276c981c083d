using Chatroom.Actors.Hocon.Model;

namespace Chatroom.Actors.Hocon.Parsing;

/// <summary>Everything that was assigned to one key of one object, oldest first.</summary>
internal sealed class Slot
{
    public List<Layer> Layers { get; } = [];

    /// <summary>How many of the layers are visible to a self-reference, while one layer is being resolved.</summary>
    public int Limit { get; set; }

    /// <summary>The recursion depth at which resolving began; 0 while the slot is at rest.</summary>
    public int ActiveDepth { get; set; }

    /// <summary>The scope (see Resolver) in which it began.</summary>
    public int Scope { get; set; }

    public bool IsActive => ActiveDepth > 0;

    /// <summary>Assigns an object literal, and returns the one that holds it now.</summary>
    public ObjectNode AddObject(ObjectNode node)
    {
        Add(node);
        return (ObjectNode)Layers[^1].Node;
    }

    /// <summary>Assigns a value. Object literals after each other become one.</summary>
    public void Add(Node node)
    {
        if (Layers.Count > 0)
        {
            if (node is ObjectNode added && Layers[^1].Node is ObjectNode top)
            {
                top.Take(added);
                return;
            }

            if (node is AppendNode append && Layers[^1].Node is AppendNode or ArrayNode)
            {
                ItemsOf(Layers[^1].Node).AddRange(append.Added.Items);
                return;
            }
        }

        Layers.Add(new Layer(node));
    }

    private static List<Node> ItemsOf(Node node) => node is AppendNode append ? append.Added.Items : ((ArrayNode)node).Items;
}

/// <summary>One assignment to a key.</summary>
internal sealed class Layer(Node node)
{
    public Node Node { get; } = node;

    /// <summary>Whether it is being resolved right now.</summary>
    public bool Busy { get; set; }

    /// <summary>Whether <see cref="Value"/> is set.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>What this layer and those below it come to; null for nothing.</summary>
    public ConfValue? Value { get; private set; }

    /// <summary>Remembers what this layer and those below it come to.</summary>
    public void Remember(ConfValue? value)
    {
        Value = value;
        IsKnown = true;
    }
}
