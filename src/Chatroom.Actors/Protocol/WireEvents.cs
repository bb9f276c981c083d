using System.Diagnostics;

namespace Chatroom.Actors;

/// <summary>Events to and from their protobuf form; what comes from outside is checked against the limits.</summary>
internal static class WireEvents
{
    /// <summary>The most names in a roster.</summary>
    public const int MaxRoster = 1024;

    /// <summary>The most bytes that the names of a roster may have together, in UTF-8.</summary>
    public const int MaxRosterBytes = 48 * 1024;

    /// <summary>One message holds this many bytes of events, unless one event alone has more.</summary>
    private const int Batch = 32 * 1024;

    public static Wire.Event ToWire(RoomEvent happened)
    {
        var wire = new Wire.Event { N = happened.N, T = happened.T };
        switch (happened)
        {
            case Opened opened:
                wire.Opened = new Wire.Opened { Room = opened.Room, Scenario = opened.Scenario, Seed = opened.Seed, Rounds = opened.Rounds };
                wire.Opened.Roster.AddRange(opened.Roster);
                break;
            case Joined joined:
                wire.Joined = new Wire.Joined { Name = joined.Name, From = joined.From };
                break;
            case Returned returned:
                wire.Returned = new Wire.Returned { Name = returned.Name, From = returned.From };
                break;
            case Refused refused:
                wire.Refused = new Wire.Refused { Reason = WireEnums.RefusalReasons.ToWire(refused.Reason), Text = refused.Text, From = refused.From };
                if (refused.Name is { } name)
                {
                    wire.Refused.Name = name;
                }
                break;
            case Suggested suggested:
                wire.Suggested = ToWire(suggested);
                break;
            case Said said:
                wire.Said = new Wire.Said { Round = said.Round, Name = said.Name, Text = said.Text, Late = said.Late };
                break;
            case Left left:
                wire.Left = new Wire.Left { Name = left.Name, How = WireEnums.Leavings.ToWire(left.How) };
                break;
            case RoundClosed closed:
                wire.RoundClosed = ToWire(closed);
                break;
            case Closed closed:
                wire.Closed = new Wire.Closed { Reason = WireEnums.CloseReasons.ToWire(closed.Reason) };
                break;
            default:
                throw new UnreachableException($"{happened.GetType().Name} has no form on the wire.");
        }
        return wire;
    }

    /// <summary>Events in messages that are not too long.</summary>
    public static IEnumerable<ChatroomProtocol.Missed> InBatches(IEnumerable<RoomEvent> events)
    {
        var batch = new List<RoomEvent>();
        var bytes = 0;
        foreach (var happened in events)
        {
            var size = ToWire(happened).CalculateSize();
            if (batch.Count > 0 && bytes + size > Batch)
            {
                yield return new ChatroomProtocol.Missed(batch.ToValueList());
                batch.Clear();
                bytes = 0;
            }
            batch.Add(happened);
            bytes += size;
        }
        if (batch.Count > 0)
        {
            yield return new ChatroomProtocol.Missed(batch.ToValueList());
        }
    }

    /// <exception cref="FormatException">It is not an event, or exceeds the limits.</exception>
    public static RoomEvent FromWire(Wire.Event wire)
    {
        var (n, t) = (wire.N, wire.T);
        return wire.WhatCase switch
        {
            Wire.Event.WhatOneofCase.Opened => new Opened(n, t, Name(wire.Opened.Room), Text(wire.Opened.Scenario), wire.Opened.Seed,
                Bounded(wire.Opened.Roster).Select(Name).ToValueList(), wire.Opened.Rounds),
            Wire.Event.WhatOneofCase.Joined => new Joined(n, t, Name(wire.Joined.Name), Text(wire.Joined.From)),
            Wire.Event.WhatOneofCase.Returned => new Returned(n, t, Name(wire.Returned.Name), Text(wire.Returned.From)),
            Wire.Event.WhatOneofCase.Refused => new Refused(n, t, wire.Refused.HasName ? Name(wire.Refused.Name) : null,
                WireEnums.RefusalReasons.FromWire(wire.Refused.Reason), Text(wire.Refused.Text), Text(wire.Refused.From)),
            Wire.Event.WhatOneofCase.Suggested => FromWire(n, t, wire.Suggested),
            Wire.Event.WhatOneofCase.Said => new Said(n, t, wire.Said.Round, Name(wire.Said.Name), Text(wire.Said.Text), wire.Said.Late),
            Wire.Event.WhatOneofCase.Left => new Left(n, t, Name(wire.Left.Name), WireEnums.Leavings.FromWire(wire.Left.How)),
            Wire.Event.WhatOneofCase.RoundClosed => FromWire(n, t, wire.RoundClosed),
            Wire.Event.WhatOneofCase.Closed => new Closed(n, t, WireEnums.CloseReasons.FromWire(wire.Closed.Reason)),
            _ => throw new FormatException("the event says nothing"),
        };
    }

    /// <exception cref="FormatException">Longer than a name may be, or empty.</exception>
    public static string Name(string name) =>
        name.Length is > 0 and <= ChatText.MaxName ? ChatText.Clean(name) : throw new FormatException($"a name has from 1 to {ChatText.MaxName} characters");

    /// <exception cref="FormatException">Longer than a text may be.</exception>
    public static string Text(string text) =>
        text.Length <= ChatText.MaxText ? ChatText.Clean(text) : throw new FormatException($"a text has up to {ChatText.MaxText} characters");

    private static Wire.Suggested ToWire(Suggested suggested)
    {
        var (category, action, subject, text) = suggested.Suggestion;
        var wire = new Wire.Suggested { Round = suggested.Round, Category = category, Action = action, Text = text };
        if (subject is not null)
        {
            wire.Subject = subject;
        }
        return wire;
    }

    private static Suggested FromWire(int n, long t, Wire.Suggested wire) =>
        new(n, t, wire.Round, new Suggestion(Text(wire.Category), Text(wire.Action), wire.HasSubject ? Text(wire.Subject) : null, Text(wire.Text)));

    private static Wire.RoundClosed ToWire(RoundClosed closed)
    {
        var wire = new Wire.RoundClosed { Round = closed.Round };
        wire.Verdicts.AddRange(closed.Verdicts.Select(its =>
            new Wire.ParticipantVerdict { Name = its.Name, Verdict = WireEnums.Verdicts.ToWire(its.Verdict) }));
        if (closed.Stop is { } stop)
        {
            wire.Stop = WireEnums.CloseReasons.ToWire(stop);
        }
        return wire;
    }

    private static RoundClosed FromWire(int n, long t, Wire.RoundClosed wire) =>
        new(n, t, wire.Round, Bounded(wire.Verdicts)
            .Select(its => new ParticipantVerdict(Name(its.Name), WireEnums.Verdicts.FromWire(its.Verdict))).ToValueList())
        {
            Stop = wire.HasStop ? WireEnums.CloseReasons.FromWire(wire.Stop) : null,
        };

    private static IReadOnlyList<T> Bounded<T>(IReadOnlyList<T> items) =>
        items.Count <= MaxRoster ? items : throw new FormatException($"a list has up to {MaxRoster} items");
}
