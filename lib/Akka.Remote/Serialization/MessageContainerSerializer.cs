using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Remote.Proto;
using Akka.Serialization;
using Google.Protobuf;

namespace Akka.Remote.Serialization;

/// <summary>A message on its way to an ActorSelection: the message, and the way there from the root.</summary>
public class MessageContainerSerializer : Serializer
{
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
        return new ActorSelectionMessage(WireSerialization.FromPayload(system, envelope.Payload), [.. envelope.Pattern.Select(FromWire)]);
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
        Selection.Types.PatternType.ChildName => new SelectChildName(element.Matcher),
        Selection.Types.PatternType.ChildPattern => new SelectChildPattern(element.Matcher),
        _ => throw new SerializationException($"a selection of kind {element.Type} is not known"),
    };
}
