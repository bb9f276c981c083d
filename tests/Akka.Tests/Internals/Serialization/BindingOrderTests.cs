using Akka.Serialization;
using Akka.Tests.Support;

namespace Akka.Tests.Internals.Serialization;

/// <summary>Where several bindings fit a type, the official choice is by chance; ours is the most specific.</summary>
public sealed class BindingOrderTests() : ActorSystemTests(
    """
    akka.actor.serialization-bindings {
      "Akka.Tests.Internals.Serialization.BindingOrderTests+IAny, Akka.Tests" = bytes
      "Akka.Tests.Internals.Serialization.BindingOrderTests+Special, Akka.Tests" = special
    }
    akka.actor.serializers.special = "Akka.Tests.Internals.Serialization.BindingOrderTests+SpecialSerializer, Akka.Tests"
    """)
{
    [Theory]
    [InlineData(typeof(Plain), typeof(ByteArraySerializer))]
    [InlineData(typeof(Special), typeof(SpecialSerializer))]
    [InlineData(typeof(MoreSpecial), typeof(SpecialSerializer))]
    public void Most_specific_binding_wins(Type message, Type serializer) =>
        Assert.IsType(serializer, Sys.Serialization.FindSerializerForType(message));

    public interface IAny;

    public sealed class Plain : IAny;

    public class Special : IAny;

    public sealed class MoreSpecial : Special;

    public sealed class SpecialSerializer(Akka.Actor.ExtendedActorSystem system) : ByteArraySerializer(system)
    {
        public override int Identifier => 4714;
    }
}
