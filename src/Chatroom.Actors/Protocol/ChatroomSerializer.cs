using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Serialization;
using Google.Protobuf;
using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors;

/// <summary>
/// Puts the protocol on the wire: docs/protocol.md. Id and manifests are fixed for ever. A message that does not parse or exceeds the
/// limits is a <see cref="SerializationException"/>, which remoting logs and drops.
/// </summary>
internal sealed class ChatroomSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    /// <summary>The longest message that is read: an event with a full roster of the longest names fits.</summary>
    public const int MaxBytes = 96 * 1024;

    public const string JoinManifest = "J";
    public const string AnswerManifest = "A";
    public const string ByeManifest = "B";
    public const string GoneManifest = "G";
    public const string WelcomeManifest = "W";
    public const string QueuedManifest = "Q";
    public const string TurnedAwayManifest = "T";
    public const string HappenedManifest = "H";
    public const string MissedManifest = "M";
    public const string OverManifest = "O";

    // An event goes to one node after the other: what was written for the last one is used for the next.
    private Written? _last;

    private sealed record Written(Happened Message, byte[] Bytes);

    /// <inheritdoc />
    public override int Identifier => 4200;

    /// <inheritdoc />
    public override string Manifest(object o) => o switch
    {
        Join => JoinManifest,
        Answer => AnswerManifest,
        Bye => ByeManifest,
        Gone => GoneManifest,
        Welcome => WelcomeManifest,
        Queued => QueuedManifest,
        TurnedAway => TurnedAwayManifest,
        Happened => HappenedManifest,
        Missed => MissedManifest,
        Over => OverManifest,
        _ => throw new SerializationException($"{o.GetType()} is no message of the chatroom."),
    };

    /// <inheritdoc />
    public override byte[] ToBinary(object obj) => obj switch
    {
        Join join => ToWire(join).ToByteArray(),
        Answer answer => new Wire.Answer { Round = answer.Round, Text = answer.Text }.ToByteArray(),
        Bye or Gone or Over => [],
        Welcome welcome => ToWire(welcome).ToByteArray(),
        Queued queued => new Wire.Queued { Name = queued.Name ?? "" }.ToByteArray(),
        TurnedAway away => new Wire.TurnedAway
        {
            Reason = WireEnums.RefusalReasons.ToWire(away.Reason),
            Text = away.Text,
        }.ToByteArray(),
        Happened happened => Write(happened),
        Missed missed => ToWire(missed).ToByteArray(),
        _ => throw new SerializationException($"{obj.GetType()} is no message of the chatroom."),
    };

    /// <inheritdoc />
    public override object FromBinary(byte[] bytes, string manifest)
    {
        if (bytes.Length > MaxBytes)
        {
            throw new SerializationException($"A message of {bytes.Length} bytes is longer than {MaxBytes}.");
        }
        try
        {
            return manifest switch
            {
                JoinManifest => FromWire(Wire.Join.Parser.ParseFrom(bytes)),
                AnswerManifest => FromWire(Wire.Answer.Parser.ParseFrom(bytes)),
                ByeManifest => new Bye(),
                GoneManifest => new Gone(),
                WelcomeManifest => FromWire(Wire.Welcome.Parser.ParseFrom(bytes)),
                QueuedManifest => new Queued(Wire.Queued.Parser.ParseFrom(bytes).Name is { Length: > 0 } name ? WireEvents.Name(name) : null),
                TurnedAwayManifest => FromWire(Wire.TurnedAway.Parser.ParseFrom(bytes)),
                HappenedManifest => new Happened(WireEvents.FromWire(Wire.Event.Parser.ParseFrom(bytes))),
                MissedManifest => FromWire(Wire.Missed.Parser.ParseFrom(bytes)),
                OverManifest => new Over(),
                _ => throw new SerializationException($"No message of the chatroom has the manifest {manifest}."),
            };
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or FormatException)
        {
            throw new SerializationException($"A message with the manifest {manifest} makes no sense: {e.Message}", e);
        }
    }

    private byte[] Write(Happened happened)
    {
        if (_last is { } last && ReferenceEquals(last.Message, happened))
        {
            return last.Bytes;
        }
        var bytes = WireEvents.ToWire(happened.Event).ToByteArray();
        _last = new Written(happened, bytes);
        return bytes;
    }

    private static Wire.Join ToWire(Join join)
    {
        var wire = new Wire.Join { LastSeen = join.LastSeen };
        if (join.Name is { } name)
        {
            wire.Name = name;
        }
        if (join.Ticket is { } ticket)
        {
            wire.Ticket = ticket;
        }
        if (join.Relay is { } relay)
        {
            wire.Relay = relay;
        }
        if (join.Patience is { } patience)
        {
            wire.Patience = Milliseconds(patience);
        }
        return wire;
    }

    private static Join FromWire(Wire.Join wire) => new(
        wire.HasName ? WireEvents.Name(wire.Name) : null, wire.LastSeen, wire.HasTicket ? WireEvents.Name(wire.Ticket) : null,
        wire.HasRelay ? WireEvents.Text(wire.Relay) : null, wire.HasPatience ? TimeSpan.FromMilliseconds(wire.Patience) : null);

    private static Wire.Missed ToWire(Missed missed)
    {
        var wire = new Wire.Missed();
        wire.Events.AddRange(missed.Events.Select(WireEvents.ToWire));
        return wire;
    }

    private static Missed FromWire(Wire.Missed wire) => new(wire.Events.Select(WireEvents.FromWire).ToValueList());

    private static Answer FromWire(Wire.Answer wire) => new(wire.Round, WireEvents.Text(wire.Text));

    private static Wire.Welcome ToWire(Welcome welcome) => new()
    {
        Name = welcome.Name,
        Seed = welcome.Seed,
        JoinedAt = welcome.JoinedAt,
        RoundTime = welcome.RoundTime is { } time
            ? new Wire.RoundTime { ReplyTimeout = Milliseconds(time.ReplyTimeout), Round = time.Round, Left = Milliseconds(time.Left) }
            : null,
    };

    private static Welcome FromWire(Wire.Welcome wire) => new(WireEvents.Name(wire.Name), wire.Seed, wire.JoinedAt, wire.RoundTime is { } time
        ? new RoundTime(TimeSpan.FromMilliseconds(time.ReplyTimeout), time.Round, TimeSpan.FromMilliseconds(time.Left))
        : null);

    private static uint Milliseconds(TimeSpan span) => (uint)Math.Clamp(span.TotalMilliseconds, 0, uint.MaxValue);

    private static TurnedAway FromWire(Wire.TurnedAway wire) =>
        new(WireEnums.RefusalReasons.FromWire(wire.Reason), WireEvents.Text(wire.Text));
}
