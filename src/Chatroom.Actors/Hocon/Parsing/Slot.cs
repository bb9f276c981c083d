namespace Chatroom.Actors.Hocon;

/// <summary>Everything that was assigned to one key of one object, oldest first.</summary>
internal sealed class Slot(Origin key)
{
    /// <summary>Where the key was written last.</summary>
    public Origin Key { get; set; } = key;

    public List<Layer> Layers { get; } = [];

    /// <summary>How many of the layers a self-reference sees while one layer is resolved.</summary>
    public int Limit { get; set; }

    /// <summary>The recursion depth at which resolving began; 0 while the slot is at rest.</summary>
    public int ActiveDepth { get; set; }

    /// <summary>The recursion depth at which the layer that sets <see cref="Limit"/> is being resolved.</summary>
    public int EntryDepth { get; set; }

    public bool IsActive => ActiveDepth > 0;

    /// <summary>Assigns an object literal, and returns the one that now holds it.</summary>
    public ObjectNode AddObject(ObjectNode node)
    {
        Add(node);
        return (ObjectNode)Layers[^1].Node;
    }

    /// <summary>Assigns a value alone or the parts of an object concatenation, <c>${a} { b = 1 }</c>.</summary>
    public void Add(List<Node> parts)
    {
        if (parts.Count == 1)
        {
            Add(parts[0]);
            return;
        }

        // Layers are merged anyway, so each part becomes one.
        for (var i = 0; i < parts.Count; i++)
            Layers.Add(new Layer(parts[i], i));
    }

    /// <summary>Assigns everything that was assigned to <paramref name="other"/>, on top.</summary>
    public void Take(Slot other)
    {
        for (var i = 0; i < other.Layers.Count; i++)
        {
            var layer = other.Layers[i];
            if (layer.Part > 0 || (i + 1 < other.Layers.Count && other.Layers[i + 1].Part > 0))
                Layers.Add(new Layer(layer.Node, layer.Part));
            else
                Add(layer.Node);
        }
    }

    /// <summary>Assigns a value. Consecutive object literals become one; so do an array and what is added to it.</summary>
    public void Add(Node node)
    {
        var top = Layers.Count > 0 ? Layers[^1].Node : null;
        if (node is ObjectNode added && top is ObjectNode below)
        {
            below.TakeLiteral(added);
        }
        else if (node is AppendNode append && top is AppendNode or ArrayNode)
        {
            (top is AppendNode before ? before.Items : ((ArrayNode)top).Items).AddRange(append.Items);
            top.Origin = append.Origin;
        }
        else
        {
            Layers.Add(new Layer(node, part: 0));
        }
    }
}

/// <summary>One assignment to a key, or one part of it.</summary>
internal sealed class Layer(Node node, int part)
{
    public Node Node { get; } = node;

    /// <summary>How many parts of the same assignment are below it. A self-reference sees none of them.</summary>
    public int Part => part;

    /// <summary>Whether it is being resolved right now.</summary>
    public bool Busy { get; set; }

    /// <summary>Whether <see cref="Value"/> is set.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>The result of this layer and those below it; null for nothing.</summary>
    public HoconValue? Value { get; private set; }

    /// <summary>Remembers the result of this layer and those below it.</summary>
    public void Remember(HoconValue? value)
    {
        Value = value;
        IsKnown = true;
    }
}
