using System.Runtime.CompilerServices;

namespace Chatroom.Actors.Hocon;

/// <summary>
/// Turns nodes into values. A substitution is looked up in the final state of the whole root; only one that leads back to
/// the field being defined sees what that field held before.
/// </summary>
/// <remarks>
/// That look back is a slot's <see cref="Slot.Limit"/>. It holds for the field's own value, through any number of substitutions,
/// but not for what is inside that value, as part of a literal or reached by a path: there, substitutions look forward,
/// and one that meets a layer whose whole value is being resolved is a cycle.
/// </remarks>
internal sealed class Resolver(Node root, Func<string, string?> environment, long textLength, bool isIncomplete = false)
{
    private const int MaxDepth = 1000;

    private static readonly HoconValue Cycle = new Blank("cycle", new Source("", "").At(0));

    private readonly ResolvingLimits _limits = new(textLength);
    private int _depth;

    // By depth, how far outside each value that is being read is: plus one for each path element that is still to go, minus one
    // for each literal around it. A value below the level of another one, on its way, is inside that one.
    private readonly int[] _levels = new int[MaxDepth + 1];

    // The level of a value that is read as a whole.
    private int _level;

    // The outermost active slot that the value being resolved depends on, by its depth; such a value holds only for now.
    private int _dependsOn = int.MaxValue;

    // Whether the substitution being looked up came back to its own field, and found nothing before it. Only errors use this.
    private bool _cameBack;

    /// <summary>Resolves everything.</summary>
    public HoconValue Resolve() => root is ObjectNode o ? ResolveObject(o) : ResolveItems(root, ((ArrayNode)root).Items);

    private HoconValue? ResolveNode(Node node) => node switch
    {
        ScalarNode scalar => scalar.Value,
        ObjectNode o => ResolveObject(o),
        ArrayNode array => ResolveItems(array, array.Items),
        ReferenceNode reference => ResolveReference(reference, []),
        ConcatNode concat => ResolveConcat(concat),
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    private HoconValue ResolveObject(ObjectNode node)
    {
        _level--;
        var fields = new OrderedDictionary<string, HoconField>(node.Slots.Count);
        foreach (var (key, slot) in node.Slots)
        {
            var value = Read(slot, [], 0, node);
            if (value == Cycle)
            {
                _level++;
                return Cycle;
            }

            if (value != null)
                fields.Add(key, new HoconField(slot.Key, value));
        }

        _level++;
        return _limits.Checked(new HoconObject(fields, node.Origin), node);
    }

    private HoconValue ResolveItems(Node node, List<Node> nodes)
    {
        _level--;
        var items = new List<HoconValue>(nodes.Count);
        foreach (var item in nodes)
        {
            _limits.Spend(1, node);
            var value = ResolveNode(item);
            if (value == Cycle)
            {
                _level++;
                return Cycle;
            }

            if (value != null)
                items.Add(value);
        }

        _level++;
        return _limits.Checked(new HoconArray(items, node.Origin), node);
    }

    private HoconValue ResolveAppend(AppendNode node, Slot slot, int below)
    {
        var before = below > 0 ? Read(slot, [], 0, node) : null;
        var added = ResolveItems(node, node.Items);
        if (before == Cycle || added == Cycle)
            return Cycle;
        return before == null ? added : _limits.Checked(Concatenation.Of(node, [before, added], _limits.Spend)!, node);
    }

    private HoconValue? ResolveConcat(ConcatNode node)
    {
        var values = new List<HoconValue?>(node.Pieces.Count);
        foreach (var piece in node.Pieces)
        {
            var value = piece is BlankNode blank ? new Blank(blank.Text, blank.Origin) : ResolveNode(piece);
            if (value == Cycle)
                return Cycle;
            values.Add(value);
        }

        var whole = Concatenation.Of(node, values, _limits.Spend);
        return whole == null ? null : _limits.Checked(whole, node);
    }

    /// <summary>What a substitution, followed by more path elements, stands for; null for nothing.</summary>
    private HoconValue? ResolveReference(ReferenceNode node, ReadOnlySpan<string> rest)
    {
        _cameBack = false;
        var value = node.Prefix.Length > 0 ? Look([.. node.Prefix, .. node.Path, .. rest], node) : null;
        value ??= Look([.. node.Path, .. rest], node);
        if (rest.Length > 0)
            return value;
        if (value == Cycle)
        {
            return node.Optional
                ? null
                : throw node.Origin.Error($"the substitution ${{{Quoting.Path(node.Path)}}} leads back to itself");
        }

        if (value == null && environment(string.Join('.', node.Path)) is { } variable)
            value = new HoconScalar(variable, ScalarKind.Text, node.Origin);
        if (value == null && !node.Optional && !isIncomplete)
            throw node.Origin.Error($"the substitution ${{{Quoting.Path(node.Path)}}} leads {(_cameBack ? "back to itself" : "to nothing")}");
        if (value != null && node.MustBeObject && value is not HoconObject)
            throw node.Origin.Error($"can't concatenate {value.Kind} with an object");
        return value;
    }

    private HoconValue? Look(string[] path, Node asking) =>
        root is ObjectNode o && o.Find(path[0]) is { } slot ? Read(slot, path, 1, asking) : null;

    /// <summary>The value at <paramref name="path"/>, from its element <paramref name="at"/> on, below a slot.</summary>
    private HoconValue? Read(Slot slot, string[] path, int at, Node asking)
    {
        _limits.Spend(1, asking);
        var level = _level + path.Length - at;
        var lookBack = slot.IsActive && !IsInside(slot, level);
        var visible = lookBack ? slot.Limit : slot.Layers.Count;
        _cameBack |= lookBack && visible == 0;
        var whole = at == path.Length;
        if (visible > 0 && whole && slot.Layers[visible - 1] is { IsKnown: true } known)
            return known.Value;

        if (++_depth > MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw asking.Origin.Error("substitutions lead too deep");
        _levels[_depth] = level;
        var outer = _dependsOn;
        _dependsOn = int.MaxValue;
        var own = slot.IsActive ? slot.ActiveDepth : _depth;
        var value = ReadLayers(slot, visible, path, at);
        if (whole && visible > 0 && value != Cycle && _dependsOn >= own)
            slot.Layers[visible - 1].Remember(value);
        if (lookBack)
            _dependsOn = Math.Min(_dependsOn, own);
        else if (_dependsOn >= own && !slot.IsActive)
            _dependsOn = int.MaxValue;
        _dependsOn = Math.Min(_dependsOn, outer);
        _depth--;
        return value;
    }

    // Whether what is read at a level is something inside the value that the slot was last entered for.
    private bool IsInside(Slot slot, int level)
    {
        var own = _levels[slot.EntryDepth];
        return level < own || _levels.AsSpan(slot.EntryDepth + 1, _depth - slot.EntryDepth).ContainsAnyInRange(int.MinValue, own - 1);
    }

    // From the newest layer down, while objects merge and nothing hides what is below.
    private HoconValue? ReadLayers(Slot slot, int visible, string[] path, int at)
    {
        HoconValue? result = null;
        for (var i = visible - 1; i >= 0; i--)
        {
            var node = slot.Layers[i].Node;
            _limits.Spend(1, node);
            var hides = false;
            HoconValue? value;
            if (node is ObjectNode o && at < path.Length)
                value = o.Find(path[at]) is { } child ? Read(child, path, at + 1, node) : null;
            else
                value = ReadLayer(slot, i, path, at, out hides);
            if (value == Cycle)
                return Cycle;
            if (value != null)
                result = result is HoconObject over && value is HoconObject under ? Merge(over, under, node) : result ?? value;
            if (hides || result is not null and not HoconObject)
                break;
        }

        return result;
    }

    private HoconValue? ReadLayer(Slot slot, int index, string[] path, int at, out bool hides)
    {
        var layer = slot.Layers[index];
        hides = false;
        if (layer.Busy && (at == path.Length || layer.Node is not ReferenceNode))
        {
            _dependsOn = Math.Min(_dependsOn, slot.ActiveDepth);
            return Cycle;
        }

        if (layer.Node is ScalarNode scalar)
        {
            hides = true;
            return at == path.Length ? scalar.Value : null;
        }

        var (limit, activeDepth, entryDepth, busy) = (slot.Limit, slot.ActiveDepth, slot.EntryDepth, layer.Busy);
        if (layer.Node is not ObjectNode)
            (slot.Limit, slot.ActiveDepth, slot.EntryDepth) = (index - layer.Part, activeDepth > 0 ? activeDepth : _depth, _depth);
        layer.Busy = true;

        HoconValue? value = null;
        if (at < path.Length && layer.Node is ReferenceNode reference)
            value = ResolveReference(reference, path.AsSpan(at));
        if (value == null && !busy)
        {
            var toGo = path.Length - at;
            _level += toGo;
            var all = layer.Node is AppendNode append ? ResolveAppend(append, slot, index) : ResolveNode(layer.Node);
            _level -= toGo;
            hides = all is not null and not HoconObject;
            value = all == Cycle || at == path.Length ? all : (all as HoconObject)?.Find(path, at);
        }

        layer.Busy = busy;
        (slot.Limit, slot.ActiveDepth, slot.EntryDepth) = (limit, activeDepth, entryDepth);
        return value;
    }

    private HoconObject Merge(HoconObject over, HoconObject under, Node node)
    {
        _limits.Spend(over.Weight + under.Weight, node);
        return _limits.Checked(over.Over(under), node);
    }
}
