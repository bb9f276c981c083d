using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Serialization;
using Akka.Tests.Support;
using Akka.Util;

namespace Akka.Tests.Internals.Serialization;

/// <summary>Where lib/ is stricter than the official packages: no serializer by default, no types by name from outside.</summary>
public class SerializationSafetyTests() : ActorSystemTests(
    $$"""
    akka.actor {
      serializers.typed = "{{typeof(TypedSerializer).AssemblyQualifiedName}}"
      serialization-bindings { "{{typeof(Bound).AssemblyQualifiedName}}" = typed }
    }
    """)
{
    [Fact]
    public void Unbound_type_is_an_error_that_names_the_type_and_the_setting()
    {
        var error = Assert.Throws<SerializationException>(() => Sys.Serialization.FindSerializerFor(new NotBound()));
        Assert.Contains(nameof(NotBound), error.Message, StringComparison.Ordinal);
        Assert.Contains("akka.actor.serialization-bindings", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Manifest_may_name_a_bound_type() =>
        Assert.IsType<Bound>(Sys.Serialization.Deserialize([], 4715, typeof(Bound).TypeQualifiedName()));

    [Theory]
    [InlineData("System.Text.StringBuilder, System.Private.CoreLib")]
    [InlineData("No.Such.Type, Nowhere")]
    [InlineData("Akka.Tests.Internals.Serialization.SerializationSafetyTests+NotBound, Akka.Tests")]
    public void Manifest_may_not_name_another_type(string manifest) =>
        Assert.Throws<SerializationException>(() => Sys.Serialization.Deserialize([], 4715, manifest));

    public sealed class Bound;

    public sealed class NotBound;

    public sealed class TypedSerializer(ExtendedActorSystem system) : Serializer(system)
    {
        public override int Identifier => 4715;

        public override bool IncludeManifest => true;

        public override byte[] ToBinary(object obj) => [];

        public override object FromBinary(byte[] bytes, Type? type) => Activator.CreateInstance(type!)!;
    }
}
