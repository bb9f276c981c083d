using Akka.Actor;
using Akka.Remote.Proto;
using Akka.Remote.Serialization;
using Google.Protobuf;

namespace Akka.Remote.Tests.Internals;

/// <summary>Exceptions, nothing and broken text on the wire.</summary>
public sealed class RemoteFailureTests : IDisposable
{
    private readonly ActorSystem _system = ActorSystem.Create("failures", """
        akka { stdout-loglevel = OFF, loglevel = OFF, actor.provider = remote, remote.dot-netty.tcp.port = 0 }
        """);

    [Fact]
    public void It_is_never_of_the_type_that_the_peer_names()
    {
        foreach (var type in new[] { typeof(InvalidOperationException), typeof(FileNotFoundException), typeof(AggregateException), typeof(RemoteTransportException) })
        {
            var read = Read(new ExceptionData { TypeName = type.AssemblyQualifiedName!, Message = "why" });

            Assert.IsType<RemoteFailureException>(read);
            Assert.Equal("why", read.Message);
        }
    }

    [Fact]
    public void It_tells_type_message_and_stack_of_all_that_led_to_it()
    {
        var read = Around(Thrown(new InvalidOperationException("outer", Thrown(new FormatException("inner")))));

        var told = read.ToString();
        Assert.StartsWith("System.InvalidOperationException, System.Private.CoreLib (remote): outer", told, StringComparison.Ordinal);
        Assert.Contains("---> System.FormatException, System.Private.CoreLib (remote): inner", told, StringComparison.Ordinal);
        Assert.Equal(2, told.Split(nameof(Thrown)).Length - 1);
    }

    [Fact]
    public void Its_name_on_the_wire_is_one_that_another_node_can_rebuild()
    {
        // A type with state of its own goes as the nearest one that has none.
        var data = StatusFailure.Parser.ParseFrom(Sut.ToBinary(new Status.Failure(new FileNotFoundException("gone", "file.txt")))).Cause;

        Assert.Equal("System.IO.IOException, System.Private.CoreLib", data.TypeName);
    }

    [Fact]
    public void The_state_of_a_failure_goes_with_it()
    {
        var read = (Status.Failure)Sut.FromBinary(Sut.ToBinary(new Status.Failure(new InvalidOperationException("why"), "state")), "STF");

        Assert.Equal("state", read.State);
    }

    [Fact]
    public void A_failure_without_a_cause_has_one_that_says_so() =>
        Assert.Equal("The sender gave no reason", ((Status.Failure)Sut.FromBinary(new StatusFailure().ToByteArray(), "STF")).Cause.Message);

    [Fact]
    public void Nothing_goes_and_comes_as_nothing()
    {
        Assert.Null(((Status.Success)Sut.FromBinary(Sut.ToBinary(new Status.Success(null!)), "STS")).Status);
        Assert.Null(((Identify)Sut.FromBinary(Sut.ToBinary(new Identify(null)), "ID")).MessageId);
        Assert.Null(((ActorIdentity)Sut.FromBinary(Sut.ToBinary(new ActorIdentity(null, null)), "AID")).MessageId);
        Assert.Null(((ActorIdentity)Sut.FromBinary(Sut.ToBinary(new ActorIdentity(1, ActorRefs.Nobody)), "AID")).Subject);
    }

    [Fact]
    public void Half_a_surrogate_goes_as_the_sign_for_what_is_no_sign()
    {
        var payload = WireSerialization.ToPayload(Extended, "a\ud83dz");

        Assert.Equal("a\ufffdz", WireSerialization.FromPayload(Extended, payload));
    }

    public void Dispose() => _system.Dispose();

    private ExtendedActorSystem Extended => (ExtendedActorSystem)_system;

    private MiscMessageSerializer Sut => new(Extended);

    private Exception Around(Exception cause) => ((Status.Failure)Sut.FromBinary(Sut.ToBinary(new Status.Failure(cause)), "STF")).Cause;

    private Exception Read(ExceptionData data) => ((Status.Failure)Sut.FromBinary(new StatusFailure { Cause = data }.ToByteArray(), "STF")).Cause;

    private static T Thrown<T>(T exception) where T : Exception
    {
        try
        {
            throw exception;
        }
        catch (T caught)
        {
            return caught;
        }
    }
}
