using Akka.Util;

namespace Akka.Actor;

/// <summary>Walks a selection's path, one step at a time.</summary>
internal static class SelectionDelivery
{
    /// <summary>Brings a message from a reference to the end of its path, or to where the path leaves this process.</summary>
    public static void Deliver(IInternalActorRef anchor, IActorRef? sender, ActorSelectionMessage message)
    {
        var here = anchor;
        for (var step = 0; step < message.Elements.Length; step++)
        {
            if (here is not ActorRefWithCell actor)
            {
                // Another node, or a reference that knows its own children: it goes on from here.
                Forward(here, sender, message.Copy(elements: message.Elements[step..]));
                return;
            }

            switch (message.Elements[step])
            {
                case SelectParent:
                    here = actor.Parent;
                    break;
                case SelectChildName child when actor.GetSingleChild(child.Name) is var found && !found.IsNobody():
                    here = found;
                    break;
                case SelectChildPattern pattern:
                    FanOut(actor, pattern, sender, message, step);
                    return;
                default:
                    Miss(actor, sender, message, step);
                    return;
            }
        }

        here.Tell(message.Message, sender);
    }

    private static void FanOut(
        ActorRefWithCell actor, SelectChildPattern pattern, IActorRef? sender, ActorSelectionMessage message, int step)
    {
        var matching = actor.Children
            .Where(child => child.Path.Name.Like(pattern.PatternStr))
            .OfType<IInternalActorRef>()
            .OrderBy(child => child.Path.Name, StringComparer.Ordinal)
            .ToArray();
        if (matching.Length == 0)
        {
            Miss(actor, sender, message, step);
            return;
        }

        var rest = message.Copy(
            elements: message.Elements[(step + 1)..], wildCardFanOut: message.WildCardFanOut || matching.Length > 1);
        foreach (var child in matching) Deliver(child, sender, rest);
    }

    private static void Forward(IInternalActorRef foreign, IActorRef? sender, ActorSelectionMessage rest)
    {
        // The references under /temp are found by name; they have no cell to walk through.
        if (foreign is VirtualPathContainer container && rest.Elements is [SelectChildName name, ..])
        {
            if (container.TryGetChild(name.Name, out var child) && child is not null)
                Deliver(child, sender, rest.Copy(elements: rest.Elements[1..]));
            else
                MissAt(container.Provider, container.Path, sender, rest);
            return;
        }

        foreign.Tell(rest, sender);
    }

    private static void Miss(ActorRefWithCell actor, IActorRef? sender, ActorSelectionMessage message, int step) =>
        MissAt(actor.Provider, actor.Path, sender, message.Copy(elements: message.Elements[step..]));

    private static void MissAt(IActorRefProvider provider, ActorPath path, IActorRef? sender, ActorSelectionMessage rest)
    {
        var nowhere = path / rest.Elements.Select(element => element.ToString()!);
        new EmptyLocalActorRef(provider, nowhere, provider.Settings.System.EventStream).Tell(rest, sender);
    }
}
