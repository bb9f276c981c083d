using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Configuration;
using Akka.Serialization;
using RemoteGuard.Serializers;

namespace RemoteGuard.Tests.Serializers;

/// <summary>What stands in place of Akka.NET's serializers that create types by name.</summary>
public sealed class SerializersTests : IDisposable
{
    private readonly ActorSystem _system = ActorSystem.Create("Serializers", ConfigurationFactory.ParseString($$"""
        {{SecondExample()}}
        akka.actor.provider = remote
        akka.remote.dot-netty.tcp { hostname = "127.0.0.1", port = 0 }
        akka { loglevel = OFF, stdout-loglevel = OFF, loggers = [] }
        """));

    public void Dispose() => _system.Dispose();

    [Theory]
    [InlineData("System.Object", typeof(RefusingJsonSerializer))]
    [InlineData("Google.Protobuf.IMessage, Google.Protobuf", typeof(RefusingProtobufSerializer))]
    [InlineData("Akka.Remote.DaemonMsgCreate, Akka.Remote", typeof(RefusingDeploymentSerializer))]
    [InlineData("Akka.Actor.Identify, Akka", typeof(IdentifySerializer))]
    [InlineData("Akka.Dispatch.SysMsg.SystemMessage, Akka", typeof(DeathWatchSerializer))]
    public void Each_is_there(string message, Type serializer) =>
        Assert.IsType(serializer, _system.Serialization.FindSerializerForType(Type.GetType(message, throwOnError: true)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(22)]
    public void None_creates_a_type_that_is_named_to_it(int number)
    {
        var type = $"{typeof(Trap).FullName}, {typeof(Trap).Assembly.GetName().Name}";
        var gadget = System.Text.Encoding.UTF8.GetBytes($$"""{"$type":"{{type}}"}""");

        foreach (var manifest in new[] { type, "" })
            Record.Exception(() => _system.Serialization.Deserialize(gadget, number, manifest));

        Assert.False(Trap.WasCreated);
    }

    [Theory]
    [InlineData(16, "STF")]
    [InlineData(16, "CF")]
    [InlineData(16, "K")]
    [InlineData(16, "PP")]
    [InlineData(22, "Akka.Dispatch.SysMsg.Recreate, Akka")]
    [InlineData(22, "Akka.Dispatch.SysMsg.Failed, Akka")]
    [InlineData(22, "Akka.Dispatch.SysMsg.Create, Akka")]
    public void What_could_carry_an_exception_of_any_type_is_not_read(int number, string manifest) =>
        Assert.Throws<SerializationException>(() => _system.Serialization.Deserialize([], number, manifest));

    [Fact]
    public void Identify_is_read_and_written()
    {
        var (number, manifest, bytes) = Write(new Identify("who"));

        Assert.Equal("who", Assert.IsType<Identify>(_system.Serialization.Deserialize(bytes, number, manifest)).MessageId);
    }

    [Fact]
    public void A_watch_is_read_and_written()
    {
        var actor = (Akka.Actor.IInternalActorRef)_system.ActorOf(Props.Empty);

        var (number, manifest, bytes) = Write(new Akka.Dispatch.SysMsg.Watch(actor, actor));

        Assert.Equal("Akka.Dispatch.SysMsg.Watch, Akka", manifest);
        Assert.Equal(actor, Assert.IsType<Akka.Dispatch.SysMsg.Watch>(_system.Serialization.Deserialize(bytes, number, manifest)).Watchee);
    }

    [Fact]
    public void What_has_no_serializer_is_not_written() =>
        Assert.Contains("has no serializer; bind one", Assert.Throws<SerializationException>(() => Write(new Version())).Message, StringComparison.Ordinal);

    private (int Number, string Manifest, byte[] Bytes) Write(object message)
    {
        var serializer = _system.Serialization.FindSerializerFor(message);
        return (serializer.Identifier, Serialization.ManifestFor(serializer, message), serializer.ToBinary(message));
    }

    private static string SecondExample() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md")).Split("```hocon")[2].Split("```")[0];

    /// <summary>Made by nobody but who follows a name.</summary>
    public sealed class Trap
    {
        public Trap() => WasCreated = true;

        public static bool WasCreated { get; private set; }
    }
}
