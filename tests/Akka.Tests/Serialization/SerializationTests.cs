using System.Collections.Immutable;
using System.Runtime.Serialization;
using System.Text;
using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Serialization;
using Akka.Tests.Support;
using Akka.Util;
using AkkaSerialization = Akka.Serialization.Serialization;

namespace Akka.Tests.Serialization;

public class SerializationTests() : ActorSystemTests(Config)
{
    private const string Here = "Akka.Tests.Serialization.SerializationTests";

    private const string Config = $$"""
        akka.actor {
          serializers {
            words = "{{Here}}+WordsSerializer, Akka.Tests"
            special = "{{Here}}+SpecialSerializer, Akka.Tests"
            typed = "{{Here}}+TypedSerializer, Akka.Tests"
          }
          serialization-bindings {
            "{{Here}}+IWords, Akka.Tests" = words
            "{{Here}}+SpecialWords, Akka.Tests" = special
            "{{Here}}+Number, Akka.Tests" = typed
          }
          serialization-identifiers {
            "{{Here}}+SpecialSerializer, Akka.Tests" = 4712
          }
        }
        """;

    private AkkaSerialization Sut => Sys.Serialization;

    [Fact]
    public void Byte_arrays_go_through_as_they_are()
    {
        byte[] bytes = [1, 2, 3];
        var serializer = Sut.FindSerializerFor(bytes);
        Assert.IsType<ByteArraySerializer>(serializer);
        Assert.Equal(4, serializer.Identifier);
        Assert.Equal(bytes, Sut.Deserialize(serializer.ToBinary(bytes), 4, ""));
    }

    [Fact]
    public void Null_has_a_serializer()
    {
        var serializer = Sut.FindSerializerFor(null!);
        Assert.IsType<NullSerializer>(serializer);
        Assert.Equal(0, serializer.Identifier);
        Assert.Null(serializer.FromBinary(serializer.ToBinary(null!), null!));
    }

    [Fact]
    public void Type_is_serialized_as_its_interface_is_bound() =>
        Assert.IsType<WordsSerializer>(Sut.FindSerializerForType(typeof(PlainWords)));

    [Fact]
    public void Type_is_serialized_as_its_base_is_bound() =>
        Assert.IsType<SpecialSerializer>(Sut.FindSerializerForType(typeof(MoreSpecialWords)));

    [Fact]
    public void Bindings_can_be_added_in_code()
    {
        Sut.AddSerializationMap(typeof(PlainWords), Sut.FindSerializerForType(typeof(SpecialWords)));
        Assert.IsType<SpecialSerializer>(Sut.FindSerializerForType(typeof(PlainWords)));
    }

    [Fact]
    public void Message_survives_the_way_there_and_back()
    {
        var words = new PlainWords("hello");
        var serializer = Sut.FindSerializerFor(words);
        var manifest = AkkaSerialization.ManifestFor(serializer, words);
        Assert.Equal(words, Sut.Deserialize(Sut.Serialize(words), serializer.Identifier, manifest));
    }

    [Fact]
    public void Manifest_is_what_the_serializer_says() =>
        Assert.Equal("W", AkkaSerialization.ManifestFor(Sut.FindSerializerForType(typeof(PlainWords)), new PlainWords("x")));

    [Fact]
    public void Manifest_is_the_types_name_if_the_serializer_needs_the_type()
    {
        var number = new Number(7);
        var serializer = Sut.FindSerializerFor(number);
        var manifest = AkkaSerialization.ManifestFor(serializer, number);
        Assert.Equal($"{Here}+Number, Akka.Tests", manifest);
        Assert.Equal(number, Sut.Deserialize(serializer.ToBinary(number), serializer.Identifier, manifest));
        Assert.Equal(number, Sut.Deserialize(serializer.ToBinary(number), serializer.Identifier, typeof(Number)));
    }

    [Fact]
    public void Manifest_is_empty_if_the_serializer_needs_none() =>
        Assert.Equal("", AkkaSerialization.ManifestFor(Sut.FindSerializerFor(Array.Empty<byte>()), Array.Empty<byte>()));

    [Fact]
    public void Identifier_comes_from_the_configuration() =>
        Assert.Equal(4712, Sut.FindSerializerForType(typeof(SpecialWords)).Identifier);

    [Fact]
    public void Unknown_identifier_is_an_error_that_names_it()
    {
        var error = Assert.Throws<SerializationException>(() => Sut.Deserialize([1], 987654, "W"));
        Assert.Contains("987654", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Serializers_can_come_from_code()
    {
        var setup = SerializationSetup.Create(system =>
            [SerializerDetails.Create("in-code", new WordsSerializer(system), ImmutableHashSet.Create(typeof(Unbound)))]);
        using var system = ActorSystem.Create(
            "setup", ActorSystemSetup.Create(setup, BootstrapSetup.Create().WithConfig(ConfigurationFactory.ParseString("akka.stdout-loglevel = OFF"))));
        Assert.IsType<WordsSerializer>(system.Serialization.FindSerializerForType(typeof(Unbound)));
    }

    [Fact]
    public void Transport_information_is_there_inside_WithTransport_only()
    {
        var address = new Address("akka.tcp", "test", "localhost", 4711);
        var seen = AkkaSerialization.WithTransport(Sys, address, AkkaSerialization.GetCurrentTransportInformation);
        Assert.Equal(new Information(address, Sys), seen);
        Assert.Throws<InvalidOperationException>(AkkaSerialization.GetCurrentTransportInformation);
    }

    [Fact]
    public void Inner_transport_information_gives_way_to_the_outer_again()
    {
        var outer = new Address("akka.tcp", "test", "outer", 1);
        var after = AkkaSerialization.WithTransport(Sys, outer, () =>
        {
            AkkaSerialization.WithTransport((ExtendedActorSystem)Sys, () => 0);
            return AkkaSerialization.GetCurrentTransportInformation().Address;
        });
        Assert.Equal(outer, after);
    }

    [Fact]
    public void Actor_path_is_serialized_with_the_transports_address_and_the_uid()
    {
        var actor = CreateActor((_, _) => { }, "someone");
        var address = new Address("akka.tcp", "test", "localhost", 4711);
        var path = AkkaSerialization.WithTransport(Sys, address, () => AkkaSerialization.SerializedActorPath(actor));
        Assert.Equal($"akka.tcp://test@localhost:4711/user/someone#{actor.Path.Uid}", path);
    }

    [Fact]
    public void No_actor_is_serialized_as_nothing() =>
        Assert.Equal("", AkkaSerialization.SerializedActorPath(ActorRefs.NoSender));

    [Fact]
    public void Serialized_reference_leads_to_the_actor_again()
    {
        var actor = CreateActor((_, _) => { }, "someone");
        Assert.Equal(actor, Sut.DeserializeActorRef(AkkaSerialization.SerializedActorPath(actor)));
    }

    [Fact]
    public void ToBinaryWithAddress_sets_the_transport()
    {
        var address = new Address("akka.tcp", "test", "localhost", 4711);
        var serializer = new AddressSerializer((ExtendedActorSystem)Sys);
        Assert.Equal(address.ToString(), Encoding.UTF8.GetString(serializer.ToBinaryWithAddress(address, "x")));
    }

    [Fact]
    public void Qualified_names_have_no_versions() =>
        Assert.Equal($"{Here}+Number, Akka.Tests", typeof(Number).TypeQualifiedName());

    public interface IWords
    {
        string Text { get; }
    }

    public sealed record PlainWords(string Text) : IWords;

    public record SpecialWords(string Text);

    public sealed record MoreSpecialWords(string Text) : SpecialWords(Text);

    public sealed record Number(int Value);

    public sealed record Unbound;

    public sealed class WordsSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
    {
        public override int Identifier => 4711;

        public override byte[] ToBinary(object obj) => Encoding.UTF8.GetBytes(((IWords)obj).Text);

        public override object FromBinary(byte[] bytes, string manifest) => new PlainWords(Encoding.UTF8.GetString(bytes));

        public override string Manifest(object o) => "W";
    }

    public sealed class SpecialSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
    {
        public override byte[] ToBinary(object obj) => Encoding.UTF8.GetBytes(((SpecialWords)obj).Text);

        public override object FromBinary(byte[] bytes, string manifest) => new SpecialWords(Encoding.UTF8.GetString(bytes));

        public override string Manifest(object o) => "S";
    }

    public sealed class TypedSerializer(ExtendedActorSystem system) : Serializer(system)
    {
        public override int Identifier => 4713;

        public override bool IncludeManifest => true;

        public override byte[] ToBinary(object obj) => BitConverter.GetBytes(((Number)obj).Value);

        public override object FromBinary(byte[] bytes, Type? type) =>
            Activator.CreateInstance(type!, BitConverter.ToInt32(bytes))!;
    }

    public sealed class AddressSerializer(ExtendedActorSystem system) : Serializer(system)
    {
        public override int Identifier => 4714;

        public override bool IncludeManifest => false;

        public override byte[] ToBinary(object obj) =>
            Encoding.UTF8.GetBytes(AkkaSerialization.GetCurrentTransportInformation().Address.ToString());

        public override object FromBinary(byte[] bytes, Type? type) => Encoding.UTF8.GetString(bytes);
    }
}
