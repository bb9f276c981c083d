using RemoteGuard.Limits;
using RemoteGuard.Wire;

namespace RemoteGuard.Tests.Limits;

/// <summary>Who says that it is whom, and what is kept of those that have gone.</summary>
public sealed class PeersTests
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);
    private static readonly Handshake Felix = new("akka.tcp://Felix@h:1/", 7);

    private readonly TestClock _time = new();
    private readonly List<Peer> _forgotten = [];
    private readonly Peers _peers;

    public PeersTests() => _peers = new Peers(remembered: 2, KeptFor, _forgotten.Add, _time);

    [Fact]
    public void Nobody_takes_the_name_of_one_that_is_connected_and_alive()
    {
        var felix = Enter(Felix);
        Assert.Null(_peers.Enter(Felix with { Uid = 8 }, isInbound: true, out _));
        felix.Hear();
        _time.Advance(Peers.SilenceLimit);

        Assert.Null(_peers.Enter(Felix with { Uid = 8 }, isInbound: true, out _));
    }

    [Fact]
    public void One_that_has_been_silent_makes_room()
    {
        var felix = Enter(Felix);
        Assert.Null(_peers.Enter(Felix with { Uid = 8 }, isInbound: true, out _));
        _time.Advance(Peers.SilenceLimit);

        Assert.NotNull(_peers.Enter(Felix with { Uid = 8 }, isInbound: true, out var former));
        Assert.Same(felix, former);
    }

    [Fact]
    public void One_that_this_node_has_connected_to_is_who_it_is()
    {
        Enter(Felix);

        Assert.NotNull(_peers.Enter(Felix with { Uid = 8 }, isInbound: false, out var former));
        Assert.NotNull(former);
    }

    [Fact]
    public void A_second_connection_of_one_that_is_connected_and_alive_is_refused()
    {
        Enter(Felix);

        Assert.Null(_peers.Enter(Felix, isInbound: true, out _));
    }

    [Fact]
    public void Two_nodes_may_have_connected_to_each_other()
    {
        var felix = _peers.Enter(Felix, isInbound: false, out _);

        Assert.Same(felix, Enter(Felix));
    }

    [Fact]
    public void Another_incarnation_that_comes_when_the_first_has_gone_takes_all_from_it()
    {
        var felix = EnterWithSystemMessages(1);
        _peers.Leave(felix, isInbound: true, isForgotten: false);

        _peers.Leave(Enter(Named(1) with { Uid = 9 }), isInbound: true, isForgotten: false);

        Assert.Contains(felix, _forgotten);
        Assert.NotSame(felix, Enter(Named(1)));
    }

    [Fact]
    public void One_that_can_not_be_connected_to_is_forgotten()
    {
        var felix = EnterWithSystemMessages(1);
        Assert.Same(felix, _peers.GiveUp(felix.Who.Root));
        _peers.Leave(felix, isInbound: true, isForgotten: false);

        Assert.Null(_peers.GiveUp(felix.Who.Root));

        Assert.NotSame(felix, Enter(Named(1)));
    }

    [Fact]
    public void One_that_left_makes_room_at_once()
    {
        _peers.Leave(Enter(Felix), isInbound: true, isForgotten: false);

        Enter(Felix with { Uid = 8 });
    }

    [Fact]
    public void Of_one_without_system_messages_nothing_is_kept()
    {
        var felix = Enter(Felix);
        Assert.True(_peers.MayForget(felix));
        _peers.Leave(felix, isInbound: true, isForgotten: true);

        Assert.NotSame(felix, Enter(Felix));
    }

    [Fact]
    public void Of_one_with_system_messages_their_numbers_are_kept()
    {
        var felix = Enter(Felix);
        felix.SystemMessages.Take(0);
        Assert.False(_peers.MayForget(felix));
        _peers.Leave(felix, isInbound: true, isForgotten: false);

        Assert.Same(felix, Enter(Felix));
    }

    [Fact]
    public void One_that_is_still_connected_is_not_forgotten()
    {
        var felix = _peers.Enter(Felix, isInbound: false, out _);
        Enter(Felix);

        Assert.False(_peers.MayForget(felix!));
    }

    [Fact]
    public void Only_of_so_many_anything_is_kept()
    {
        foreach (var uid in new uint[] { 1, 2 })
            _peers.Leave(EnterWithSystemMessages(uid), isInbound: true, isForgotten: false);

        Assert.True(_peers.MayForget(EnterWithSystemMessages(3)));
    }

    [Fact]
    public void Those_that_were_connected_for_a_short_time_leave_room_for_the_others()
    {
        _peers.Leave(EnterWithSystemMessages(1), isInbound: true, isForgotten: false);
        var brief = EnterWithSystemMessages(2);
        Assert.True(_peers.MayForget(brief));
        _time.Advance(Peers.ShortTime);

        Assert.False(_peers.MayForget(brief));
    }

    [Fact]
    public void One_in_whose_place_another_one_has_come_takes_no_place_when_its_connection_ends()
    {
        var displaced = EnterWithSystemMessages(1);
        Assert.NotNull(_peers.Enter(Named(1) with { Uid = 9 }, isInbound: false, out var former));
        Assert.Same(displaced, former);

        _peers.Leave(displaced, isInbound: true, isForgotten: false);

        Assert.False(_peers.MayForget(EnterWithSystemMessages(2)));
    }

    [Fact]
    public void One_that_comes_again_has_not_been_silent_while_it_was_gone()
    {
        _peers.Leave(EnterWithSystemMessages(1), isInbound: true, isForgotten: false);
        _time.Advance(Peers.SilenceLimit);
        Enter(Named(1));

        Assert.Null(_peers.Enter(Named(1) with { Uid = 9 }, isInbound: true, out _));
    }

    [Fact]
    public void What_was_kept_for_long_is_kept_no_more()
    {
        var old = EnterWithSystemMessages(1);
        _peers.Leave(old, isInbound: true, isForgotten: false);
        _time.Advance(KeptFor + TimeSpan.FromSeconds(1));
        Assert.False(_peers.MayForget(EnterWithSystemMessages(2)));

        Assert.NotSame(old, Enter(Named(1)));
    }

    private Peer EnterWithSystemMessages(uint uid)
    {
        var peer = Enter(Named(uid));
        peer.SystemMessages.Take(0);
        return peer;
    }

    private static Handshake Named(uint uid) => new($"akka.tcp://P{uid}@h:1/", uid);

    private Peer Enter(Handshake who)
    {
        var peer = _peers.Enter(who, isInbound: true, out var former);
        Assert.Null(former);
        return Assert.IsType<Peer>(peer);
    }
}
