using System.Text;
using Chatroom.Actors.Hocon.Model;

namespace Chatroom.Actors.Hocon.Parsing;

/// <summary>Puts the pieces of a concatenation together as far as that can be done before substitutions are resolved.</summary>
internal static class Combiner
{
    /// <summary>One node for all pieces.</summary>
    public static Node Combine(Source source, int position, List<Node> pieces)
    {
        if (pieces.Count == 1)
            return pieces[0];
        return pieces.TrueForAll(p => p is ScalarNode or BlankNode)
            ? new ScalarNode(source, position, Join(pieces))
            : new ConcatNode(source, position, pieces);
    }

    /// <summary>The objects and substitutions of an object concatenation with at least one literal, or null if it is none.</summary>
    public static List<Node>? AsObjects(List<Node> pieces)
    {
        if (pieces.Count == 1 || !pieces.Exists(p => p is ObjectNode) ||
            !pieces.TrueForAll(p => p is ObjectNode or ReferenceNode or BlankNode))
            return null;
        var parts = new List<Node>(pieces.Count);
        foreach (var piece in pieces)
        {
            if (piece is not BlankNode)
                parts.Add(piece is ReferenceNode reference ? reference.AsObject() : piece);
        }

        return parts;
    }

    private static ConfScalar Join(List<Node> pieces)
    {
        var text = new StringBuilder();
        var quoted = false;
        foreach (var piece in pieces)
        {
            if (piece is ScalarNode scalar)
            {
                text.Append(scalar.Value.Text);
                quoted |= scalar.Value.ScalarKind is ScalarKind.Quoted or ScalarKind.TripleQuoted;
            }
            else
            {
                text.Append(((BlankNode)piece).Text);
            }
        }

        return new ConfScalar(text.ToString(), quoted ? ScalarKind.Quoted : ScalarKind.Unquoted);
    }
}
