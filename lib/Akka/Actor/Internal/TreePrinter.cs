using System.Text;

namespace Akka.Actor.Internal;

/// <summary>Writes the tree of actors, a line an actor, children below their parent.</summary>
internal static class TreePrinter
{
    public static string Print(IInternalActorRef root)
    {
        var text = new StringBuilder();
        Append(text, root, indent: "");
        return text.ToString();
    }

    private static void Append(StringBuilder text, IInternalActorRef actor, string indent)
    {
        var name = actor.Path.Depth == 0 ? "/" : actor.Path.Name;
        var type = (actor as LocalActorRef)?.Cell.Actor?.GetType().Name ?? actor.GetType().Name;
        text.Append(indent).Append("-> ").Append(name).Append(' ').Append(type).Append('\n');
        if (actor is not ActorRefWithCell withCell)
            return;
        foreach (var child in withCell.Children.Cast<IInternalActorRef>())
            Append(text, child, indent + "   ");
    }
}
