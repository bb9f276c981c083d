using RemoteGuard.Limits;
using RemoteGuard.Wire;

namespace RemoteGuard.Tests.Limits;

/// <summary>Who says that it is whom, and what is kept of those that have gone.</summary>
public sealed class PeersTests
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);
    private static readonly Handshake Felix = new("akka.tcp://Felix@h:1/", 7);

    private readonly TestClock _time = new();
    private readonly Peers _peers;

    public PeersTests() => _peers = new Peers(remembered: 2, KeptFor, _time);

    [Fact]
    public void Nobody_takes_the_name_of_one_that_is_connected_and_alive()
    {
        var felix = Enter(Felix);
        Assert.Null(_peers.Enter(Felix with { Uid = 8 }, isSure: false, out _));
        felix.Hear();
        _time.Advance(Peers.SilenceLimit);

        Assert.Null(_peers.Enter(Felix with { Uid = 8 }, isSure: false, out _));
    }

    [Fact]
    public void One_that_has_been_silent_makes_room()
    {
        var felix = Enter(Felix);
        Assert.Null(_peers.Enter(Felix with { Uid = 8 }, isSure: false, out _));
        _time.Advance(Peers.SilenceLimit);

        Assert.NotNull(_peers.Enter(Felix with { Uid = 8 }, isSure: false, out var former));
        Assert.Same(felix, former);
    }

    [Fact]
    public void One_that_this_node_has_connected_to_is_who_it_is()
    {
        Enter(Felix);

        Assert.NotNull(_peers.Enter(Felix with { Uid = 8 }, isSure: true, out var former));
        Assert.NotNull(former);
    }

    [Fact]
    public void The_same_incarnation_may_have_several_connections() => Assert.Same(Enter(Felix), Enter(Felix));

    [Fact]
    public void One_that_left_makes_room_at_once()
    {
        _peers.Leave(Enter(Felix), isForgotten: false);

        Enter(Felix with { Uid = 8 });
    }

    [Fact]
    public void Of_one_without_system_messages_nothing_is_kept()
    {
        var felix = Enter(Felix);
        Assert.True(_peers.MayForget(felix));
        _peers.Leave(felix, isForgotten: true);

        Assert.NotSame(felix, Enter(Felix));
    }

    [Fact]
    public void Of_one_with_system_messages_their_numbers_are_kept()
    {
        var felix = Enter(Felix);
        felix.SystemMessages.Take(0);
        Assert.False(_peers.MayForget(felix));
        _peers.Leave(felix, isForgotten: false);

        Assert.Same(felix, Enter(Felix));
    }

    [Fact]
    public void One_that_is_still_connected_is_not_forgotten()
    {
        Enter(Felix);

        Assert.False(_peers.MayForget(Enter(Felix)));
    }

    [Fact]
    public void Only_of_so_many_anything_is_kept()
    {
        foreach (var uid in new ulong[] { 1, 2 })
            _peers.Leave(EnterWithSystemMessages(uid), isForgotten: false);

        Assert.True(_peers.MayForget(EnterWithSystemMessages(3)));
    }

    [Fact]
    public void What_was_kept_for_long_is_kept_no_more()
    {
        var old = EnterWithSystemMessages(1);
        _peers.Leave(old, isForgotten: false);
        _time.Advance(KeptFor + TimeSpan.FromSeconds(1));
        Assert.False(_peers.MayForget(EnterWithSystemMessages(2)));

        Assert.NotSame(old, Enter(Named(1)));
    }

    private Peer EnterWithSystemMessages(ulong uid)
    {
        var peer = Enter(Named(uid));
        peer.SystemMessages.Take(0);
        return peer;
    }

    private static Handshake Named(ulong uid) => new($"akka.tcp://P{uid}@h:1/", uid);

    private Peer Enter(Handshake who)
    {
        var peer = _peers.Enter(who, isSure: false, out var former);
        Assert.Null(former);
        return Assert.IsType<Peer>(peer);
    }
}
