using Akka.Remote.Proto;

namespace Akka.Remote.Tests.Internals;

public class SystemMessageOutboxTests
{
    private readonly ByteBudget _budget = new(1_000_000);
    private readonly SystemMessageOutbox _outbox;

    public SystemMessageOutboxTests() => _outbox = new SystemMessageOutbox(capacity: 4, _budget);

    [Fact]
    public void Messages_are_numbered_from_zero()
    {
        Add(3);

        Assert.Equal([0UL, 1, 2], Numbers());
    }

    [Fact]
    public void An_acknowledgement_confirms_all_up_to_its_number()
    {
        Add(4);

        Assert.Empty(_outbox.Acknowledge(new AcknowledgementInfo { CumulativeAck = 2 }));

        Assert.Equal([3UL], Numbers());
    }

    [Fact]
    public void Gaps_are_kept_and_handed_out_to_be_sent_again()
    {
        Add(4);

        var again = _outbox.Acknowledge(new AcknowledgementInfo { CumulativeAck = 3, Nacks = { 1, 2 } });

        Assert.Equal([1UL, 2], again.Select(envelope => envelope.Seq));
        Assert.Equal([1UL, 2], Numbers());
    }

    [Fact]
    public void A_gap_that_the_connection_has_not_come_to_yet_is_not_sent_again()
    {
        Add(4);
        _outbox.Rewind();
        _outbox.Sent();
        _outbox.Sent();

        var again = _outbox.Acknowledge(new AcknowledgementInfo { CumulativeAck = 3, Nacks = { 1, 2 } });

        Assert.Equal([1UL], again.Select(envelope => envelope.Seq));
        Assert.Equal(2UL, _outbox.Unsent?.Seq);
    }

    [Fact]
    public void Another_connection_begins_with_the_oldest_and_what_is_acknowledged_meanwhile_is_left_out()
    {
        Add(4);
        Assert.Null(_outbox.Unsent);

        _outbox.Rewind();
        Assert.Equal(0UL, _outbox.Unsent?.Seq);
        _outbox.Sent();
        _outbox.Acknowledge(new AcknowledgementInfo { CumulativeAck = 2 });

        Assert.Equal(3UL, _outbox.Unsent?.Seq);
        Assert.Empty(_outbox.Overdue);
        _outbox.Sent();
        Assert.Equal([3UL], _outbox.Overdue.Select(envelope => envelope.Seq));
    }

    [Fact]
    public void Nothing_received_yet_confirms_nothing()
    {
        Add(2);

        Assert.Empty(_outbox.Acknowledge(new AcknowledgementInfo { CumulativeAck = ulong.MaxValue }));

        Assert.Equal(2, _outbox.Count);
    }

    [Fact]
    public void An_acknowledgement_of_what_was_never_sent_confirms_nothing_and_shows_that_we_are_behind()
    {
        Add(2);

        Assert.Empty(_outbox.Acknowledge(new AcknowledgementInfo { CumulativeAck = 2 }));

        Assert.Equal(2, _outbox.Count);
        Assert.True(_outbox.IsBehind);
        _outbox.Reset();
        Assert.False(_outbox.IsBehind);
    }

    [Fact]
    public void Whether_we_are_behind_does_not_matter_while_nothing_waits()
    {
        Assert.Empty(_outbox.Acknowledge(new AcknowledgementInfo { CumulativeAck = 2 }));

        Assert.False(_outbox.IsBehind);
    }

    [Fact]
    public void An_acknowledgement_that_was_overtaken_by_a_later_one_changes_nothing()
    {
        Add(4);
        _outbox.Acknowledge(new AcknowledgementInfo { CumulativeAck = 1 });

        Assert.Empty(_outbox.Acknowledge(new AcknowledgementInfo { CumulativeAck = 3, Nacks = { 1, 2 } }));

        Assert.Equal([2UL, 3], Numbers());
        Assert.False(_outbox.IsForgotten);
    }

    [Fact]
    public void Many_acknowledgements_overtaken_in_a_row_are_no_sign_that_we_are_forgotten()
    {
        Add(4);
        _outbox.Acknowledge(new AcknowledgementInfo { CumulativeAck = 3 });

        // The other connection was slower.
        foreach (var number in new ulong[] { 0, 1, 1, 2 })
            _outbox.Acknowledge(new AcknowledgementInfo { CumulativeAck = number });

        Assert.False(_outbox.IsForgotten);
    }

    [Fact]
    public void A_peer_that_keeps_taking_back_what_it_had_confirmed_has_forgotten_us()
    {
        Add(4);
        _outbox.Acknowledge(new AcknowledgementInfo { CumulativeAck = 1 });

        for (var times = 0; times < 3; times++)
        {
            Assert.False(_outbox.IsForgotten);
            _outbox.Acknowledge(new AcknowledgementInfo { CumulativeAck = 2, Nacks = { 0, 1 } });
        }

        Assert.True(_outbox.IsForgotten);
    }

    [Fact]
    public void Gaps_beyond_the_acknowledged_number_confirm_nothing()
    {
        Add(2);

        _outbox.Acknowledge(new AcknowledgementInfo { CumulativeAck = 0, Nacks = { ulong.MaxValue } });
        for (var times = 0; times < 3; times++)
            _outbox.Acknowledge(new AcknowledgementInfo { CumulativeAck = 1 });

        Assert.False(_outbox.IsForgotten);
        Assert.Equal(0, _outbox.Count);
    }

    [Fact]
    public void One_message_too_many_is_refused_until_some_are_acknowledged()
    {
        Add(4);

        Assert.False(_outbox.TryAdd(new RemoteEnvelope()));
        _outbox.Acknowledge(new AcknowledgementInfo { CumulativeAck = 0 });
        Assert.True(_outbox.TryAdd(new RemoteEnvelope()));
        Assert.Equal([1UL, 2, 3, 4], Numbers());
    }

    [Fact]
    public void Another_incarnation_begins_at_zero()
    {
        Add(3);

        _outbox.Reset();
        Add(1);

        Assert.Equal([0UL], Numbers());
    }

    [Fact]
    public void What_all_keep_together_has_an_end_and_what_is_refused_has_no_number()
    {
        var other = new SystemMessageOutbox(capacity: 4, _budget);
        Assert.True(other.TryAdd(Long()));

        Assert.False(_outbox.TryAdd(Long()));
        Add(1);

        Assert.Equal([0UL], Numbers());
        other.Acknowledge(new AcknowledgementInfo { CumulativeAck = 0 });
        Assert.True(_outbox.TryAdd(Long()));
    }

    [Fact]
    public void What_is_acknowledged_or_forgotten_is_given_back()
    {
        Add(4);
        Assert.NotEqual(0, _budget.Taken);
        Assert.NotEqual(0, _outbox.Cost);

        _outbox.Acknowledge(new AcknowledgementInfo { CumulativeAck = 3, Nacks = { 1, 2 } });
        _outbox.Acknowledge(new AcknowledgementInfo { CumulativeAck = 3 });
        Assert.Equal(0, _budget.Taken);
        Assert.Equal(0, _outbox.Cost);

        _outbox.Reset();
        Add(3);
        _outbox.Reset();
        Assert.Equal(0, _budget.Taken);
        Assert.Equal(0, _outbox.Cost);
    }

    private static RemoteEnvelope Long() => new() { Recipient = new ActorRefData { Path = new string('x', 600_000) } };

    private void Add(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.True(_outbox.TryAdd(new RemoteEnvelope()));
            _outbox.Sent();
        }
    }

    private IEnumerable<ulong> Numbers() => _outbox.Unacknowledged.Select(envelope => envelope.Seq);
}
