using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Remote.Proto;
using Akka.Serialization;
using Google.Protobuf;
using Google.Protobuf.Collections;

namespace Akka.Remote.Serialization;

/// <summary>A message on its way to an ActorSelection: the message, and the way there from the root.</summary>
public class MessageContainerSerializer : Serializer
{
    // Deeper than any tree of actors.
    private const int MostElements = 256;

    /// <summary>A serializer for <paramref name="system"/>.</summary>
    public MessageContainerSerializer(ExtendedActorSystem system) : base(system)
    {
    }

    /// <inheritdoc />
    public override bool IncludeManifest => false;

    /// <inheritdoc />
    public override byte[] ToBinary(object obj)
    {
        if (obj is not ActorSelectionMessage selection)
            throw new ArgumentException($"{obj?.GetType().Name} is no ActorSelectionMessage", nameof(obj));
        var envelope = new SelectionEnvelope { Payload = WireSerialization.ToPayload(system, selection.Message) };
        envelope.Pattern.Add(selection.Elements.Select(ToWire));
        return envelope.ToByteArray();
    }

    /// <inheritdoc />
    public override object FromBinary(byte[] bytes, Type? type)
    {
        var envelope = WireSerialization.Parse(SelectionEnvelope.Parser, bytes);
        if (envelope.Payload is null)
            throw new SerializationException("a selection holds no message");
        CheckWay(envelope.Pattern);
        return new ActorSelectionMessage(WireSerialization.FromPayload(system, envelope.Payload), [.. envelope.Pattern.Select(FromWire)]);
    }

    /// <summary>
    /// A way is as long as a tree can be deep, and below a pattern it leads down only: then it comes to each actor once at most.
    /// Up again from all that fit, and down to all of them from each, a few bytes would make more messages than a machine can hold.
    /// </summary>
    private static void CheckWay(RepeatedField<Selection> pattern)
    {
        if (pattern.Count > MostElements)
            throw new SerializationException($"a selection has {pattern.Count} elements, and no more than {MostElements} are followed");
        var fits = pattern.TakeWhile(element => element.Type != Selection.Types.PatternType.ChildPattern).Count();
        if (pattern.Skip(fits).Any(element => element.Type == Selection.Types.PatternType.Parent))
            throw new SerializationException("a selection that goes up below a pattern is not followed");
    }

    private static Selection ToWire(SelectionPathElement element) => element switch
    {
        SelectParent => new Selection { Type = Selection.Types.PatternType.Parent },
        SelectChildName child => new Selection { Type = Selection.Types.PatternType.ChildName, Matcher = child.Name },
        SelectChildPattern pattern => new Selection { Type = Selection.Types.PatternType.ChildPattern, Matcher = pattern.PatternStr },
        _ => throw new ArgumentException($"Selections by {element} do not cross the wire", nameof(element)),
    };

    private static SelectionPathElement FromWire(Selection element) => element.Type switch
    {
        Selection.Types.PatternType.Parent => new SelectParent(),
        Selection.Types.PatternType.ChildName => new SelectChildName(Matcher(element)),
        Selection.Types.PatternType.ChildPattern => new SelectChildPattern(Matcher(element)),
        _ => throw new SerializationException($"a selection of kind {element.Type} is not known"),
    };

    private static string Matcher(Selection element) => PeerText.MayBePath(element.Matcher) && !element.Matcher.Contains('/', StringComparison.Ordinal)
        ? element.Matcher
        : throw new SerializationException("an element of a selection is no actor's name");
}
