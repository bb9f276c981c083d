using Akka.Remote.Proto;

namespace Akka.Remote.Tests.Internals;

public class SystemMessageInboxTests
{
    private const int Megabyte = 1 << 20;

    private readonly ByteBudget _budget = new(1 << 30);
    private readonly SystemMessageInbox _inbox;

    public SystemMessageInboxTests() => _inbox = new SystemMessageInbox(capacity: 10, _budget);

    [Fact]
    public void Before_the_first_message_nothing_is_acknowledged() =>
        Assert.Equal(ulong.MaxValue, _inbox.Acknowledgement().CumulativeAck);

    [Fact]
    public void Messages_in_order_are_passed_on_at_once()
    {
        Assert.Equal([0UL], Receive(0));
        Assert.Equal([1UL], Receive(1));
        Assert.Equal(new AcknowledgementInfo { CumulativeAck = 1 }, _inbox.Acknowledgement());
    }

    [Fact]
    public void An_early_message_waits_for_those_before_it()
    {
        Assert.Empty(Receive(2));
        Assert.Empty(Receive(1));
        Assert.Equal([0UL, 1, 2], Receive(0));
    }

    [Fact]
    public void Gaps_are_named()
    {
        Receive(0);
        Receive(3);
        Receive(5);

        Assert.Equal(new AcknowledgementInfo { CumulativeAck = 5, Nacks = { 1, 2, 4 } }, _inbox.Acknowledgement());
    }

    [Fact]
    public void A_message_is_passed_on_once_however_often_it_comes()
    {
        Receive(0);
        Receive(2);

        Assert.Empty(Receive(0));
        Assert.Empty(Receive(2));
        Assert.Equal([1UL, 2], Receive(1));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(ulong.MaxValue - 1)]
    public void A_number_too_far_ahead_is_dropped_and_leaves_no_gap(ulong number)
    {
        Assert.Empty(Receive(number));
        Assert.Empty(_inbox.Acknowledgement().Nacks);
    }

    [Fact]
    public void Another_incarnation_begins_at_zero()
    {
        Receive(0);
        Receive(5);

        _inbox.Reset();

        Assert.Equal([0UL], Receive(0));
        Assert.Equal(new AcknowledgementInfo(), _inbox.Acknowledgement());
    }

    [Fact]
    public void Of_very_many_gaps_the_first_are_named_and_the_rest_left_for_later()
    {
        var inbox = new SystemMessageInbox(capacity: 20_000, _budget);
        inbox.Receive(new RemoteEnvelope { Seq = 19_999 }, []);

        var ack = inbox.Acknowledgement();

        Assert.InRange(ack.CalculateSize(), 1, 16_000);
        Assert.Equal(Enumerable.Range(0, ack.Nacks.Count).Select(number => (ulong)number), ack.Nacks);
        Assert.Equal(ack.Nacks[^1], ack.CumulativeAck);
    }

    [Fact]
    public void What_comes_early_is_kept_up_to_a_limit_of_bytes_and_taken_when_it_comes_again()
    {
        var inbox = new SystemMessageInbox(capacity: 100, _budget);
        var ready = new List<RemoteEnvelope>();

        for (var number = 1UL; number < 100; number++)
            inbox.Receive(Large(number), ready);
        inbox.Receive(Large(0), ready);

        Assert.InRange(ready.Count, 10, 20);
        for (var number = (ulong)ready.Count; number < 100; number++)
            inbox.Receive(Large(number), ready);
        Assert.Equal(100, ready.Count);
    }

    [Fact]
    public void What_comes_early_is_limited_for_all_inboxes_together()
    {
        var budget = new ByteBudget(3 * Megabyte);
        var one = new SystemMessageInbox(capacity: 10, budget);
        var other = new SystemMessageInbox(capacity: 10, budget);
        one.Receive(Large(1), []);
        one.Receive(Large(2), []);
        one.Receive(Large(2), []);

        other.Receive(Large(1), []);
        Assert.Equal(ulong.MaxValue, other.Acknowledgement().CumulativeAck);

        one.Receive(Large(0), []);
        other.Receive(Large(1), []);
        Assert.Equal(new AcknowledgementInfo { CumulativeAck = 1, Nacks = { 0 } }, other.Acknowledgement());
    }

    [Fact]
    public void What_comes_in_its_turn_is_taken_though_no_more_is_kept()
    {
        var inbox = new SystemMessageInbox(capacity: 10, new ByteBudget(0));
        var ready = new List<RemoteEnvelope>();

        inbox.Receive(Large(0), ready);
        inbox.Receive(Large(1), ready);

        Assert.Equal(2, ready.Count);
    }

    [Fact]
    public void Nothing_is_held_of_the_limit_for_all_when_nothing_is_kept()
    {
        Receive(2);
        Receive(2);
        Receive(1);
        Assert.NotEqual(0, _budget.Taken);
        Receive(0);
        Assert.Equal(0, _budget.Taken);

        Receive(5);
        _inbox.Reset();
        Assert.Equal(0, _budget.Taken);
    }

    private static RemoteEnvelope Large(ulong number) => new() { Seq = number, Sender = new ActorRefData { Path = new string('x', Megabyte) } };

    private List<ulong> Receive(ulong number)
    {
        var ready = new List<RemoteEnvelope>();
        _inbox.Receive(new RemoteEnvelope { Seq = number }, ready);
        return [.. ready.Select(envelope => envelope.Seq)];
    }
}
