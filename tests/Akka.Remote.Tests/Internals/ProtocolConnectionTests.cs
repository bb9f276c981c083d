using Akka.Actor;
using Akka.Configuration;
using Akka.Remote.Proto;
using Akka.Remote.Transport;
using Akka.Remote.Wire;
using Akka.Tests.Actor.Scheduler;
using Google.Protobuf;

namespace Akka.Remote.Tests.Internals;

/// <summary>A connection that has to make room for others: only for as long as its peer has not said who it is.</summary>
public sealed class ProtocolConnectionTests
{
    private readonly HandScheduler _scheduler = new(Config.Empty, null!);
    private readonly Handle _handle = new();
    private readonly Owner _owner = new();

    [Fact]
    public void A_silent_one_is_turned_away_and_its_owner_not_told()
    {
        var connection = Start(expectedRemote: null);

        Assert.True(connection.TryTurnAway());

        Assert.True(_handle.IsClosed);
        Assert.Null(_owner.Cause);
        Assert.False(connection.TryTurnAway());
    }

    [Fact]
    public void An_open_one_is_not_turned_away()
    {
        var connection = Start(expectedRemote: null);
        Associate(connection);

        Assert.False(connection.TryTurnAway());

        AssertIsOpen(connection);
    }

    [Fact]
    public void One_without_an_answer_is_given_up_and_its_owner_told()
    {
        var connection = Start(RawPeer.Self);

        connection.GiveUp("too many");

        Assert.True(_handle.IsClosed);
        Assert.Equal("too many", _owner.Cause?.Message);
    }

    [Fact]
    public void An_open_one_is_not_given_up()
    {
        var connection = Start(RawPeer.Self);
        Associate(connection);

        connection.GiveUp("too many");

        AssertIsOpen(connection);
    }

    private ProtocolConnection Start(Address? expectedRemote)
    {
        var settings = new ProtocolSettings(_scheduler, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(4), static () => new Alive());
        var connection = new ProtocolConnection(_handle, RawPeer.Self.WithPort(2), expectedRemote, Pdu.Associate(RawPeer.Self.WithPort(2), 2), settings, _owner);
        connection.Start();
        return connection;
    }

    private static void Associate(ProtocolConnection connection)
    {
        connection.Notify(new InboundPayload(Pdu.Associate(RawPeer.Self, 1)));
        Assert.True(connection.IsOpen);
    }

    private void AssertIsOpen(ProtocolConnection connection)
    {
        Assert.True(connection.IsOpen);
        Assert.False(_handle.IsClosed);
        Assert.Null(_owner.Cause);
    }

    private sealed class Handle() : AssociationHandle(RawPeer.Self, RawPeer.Self)
    {
        public bool IsClosed { get; private set; }

        public override bool Write(ByteString payload) => true;

        public override void Disassociate() => IsClosed = true;
    }

    private sealed class Owner : IProtocolOwner
    {
        public Exception? Cause { get; private set; }

        public void Handshaken(ProtocolConnection connection, Address remote, int uid) => connection.Open();

        public void Received(ProtocolConnection connection, EnvelopeFrame envelope) => throw new NotSupportedException();

        public void Received(ProtocolConnection connection, AckAndEnvelopeContainer payload) => throw new NotSupportedException();

        public void Drained(ProtocolConnection connection) => throw new NotSupportedException();

        public void Ended(ProtocolConnection connection, DisassociateInfo info, Exception cause) => Cause = cause;
    }

    private sealed class Alive : FailureDetector
    {
        public override bool IsAvailable => true;

        public override bool IsMonitoring => true;

        public override void HeartBeat()
        {
            // It is not needed.
        }
    }
}
