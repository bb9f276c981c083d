using System.Text;

namespace Chatroom.Actors.Hocon;

/// <summary>Joins the pieces of a concatenation as far as possible before substitutions are resolved.</summary>
internal static class Combiner
{
    /// <summary>One node for all pieces.</summary>
    public static Node Combine(List<Node> pieces)
    {
        if (pieces.Count == 1)
            return pieces[0];
        return pieces.TrueForAll(p => p is ScalarNode or BlankNode)
            ? new ScalarNode(Join(pieces))
            : new ConcatNode(pieces[0].Origin, pieces);
    }

    /// <summary>The literals and substitutions of an object concatenation with at least one literal, or null if it is none.</summary>
    public static List<Node>? AsObjects(List<Node> pieces)
    {
        if (pieces.Count == 1 || !pieces.Exists(p => p is ObjectNode) ||
            !pieces.TrueForAll(p => p is ObjectNode or ReferenceNode or BlankNode))
            return null;
        var parts = new List<Node>(pieces.Count);
        foreach (var piece in pieces)
        {
            if (piece is ObjectNode literal && parts.Count > 0 && parts[^1] is ObjectNode before)
                before.TakeLiteral(literal);
            else if (piece is not BlankNode)
                parts.Add(piece is ReferenceNode reference ? reference.AsObject() : piece);
        }

        return parts;
    }

    private static HoconScalar Join(List<Node> pieces)
    {
        var text = new StringBuilder();
        foreach (var piece in pieces)
            text.Append(piece is ScalarNode scalar ? scalar.Value.Text : ((BlankNode)piece).Text);
        return new HoconScalar(text.ToString(), ScalarKind.Text, pieces[0].Origin);
    }
}
