namespace Chatroom.Actors.Hocon;

/// <summary>Everything that was assigned to one key of one object, oldest first.</summary>
internal sealed class Slot(Origin key)
{
    /// <summary>Where the key was written last.</summary>
    public Origin Key { get; set; } = key;

    public List<Layer> Layers { get; } = [];

    /// <summary>How many of the layers are visible to a self-reference, while one layer is being resolved.</summary>
    public int Limit { get; set; }

    /// <summary>The recursion depth at which resolving began; 0 while the slot is at rest.</summary>
    public int ActiveDepth { get; set; }

    /// <summary>The recursion depth at which the layer that sets <see cref="Limit"/> is being resolved.</summary>
    public int EntryDepth { get; set; }

    public bool IsActive => ActiveDepth > 0;

    /// <summary>Assigns an object literal, and returns the one that holds it now.</summary>
    public ObjectNode AddObject(ObjectNode node)
    {
        Add(node);
        return (ObjectNode)Layers[^1].Node;
    }

    /// <summary>Assigns a value. Object literals after each other become one, and so do an array and what is added to it.</summary>
    public void Add(Node node)
    {
        var top = Layers.Count > 0 ? Layers[^1].Node : null;
        if (node is ObjectNode added && top is ObjectNode below)
        {
            below.Take(added);
            below.Origin = added.Origin;
        }
        else if (node is AppendNode append && top is AppendNode or ArrayNode)
        {
            (top is AppendNode before ? before.Items : ((ArrayNode)top).Items).AddRange(append.Items);
            top.Origin = append.Origin;
        }
        else
        {
            Layers.Add(new Layer(node));
        }
    }
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
    public HoconValue? Value { get; private set; }

    /// <summary>Remembers what this layer and those below it come to.</summary>
    public void Remember(HoconValue? value)
    {
        Value = value;
        IsKnown = true;
    }
}
