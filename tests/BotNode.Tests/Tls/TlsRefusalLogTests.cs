using BotNode.Tls;

namespace BotNode.Tests.Tls;

public sealed class TlsRefusalLogTests
{
    private readonly TlsRefusalLog _log;
    private TimeSpan _now = TimeSpan.FromHours(1);

    public TlsRefusalLogTests() => _log = new TlsRefusalLog(() => _now);

    [Fact]
    public void A_peer_that_tries_again_and_again_has_a_line_a_minute()
    {
        Assert.Equal(From(1, port: 1), _log.Note(From(1, port: 1)));
        for (var port = 2; port <= 35; port++)
            Assert.Null(_log.Note(From(1, port)));

        _now += TimeSpan.FromMinutes(1);

        Assert.Equal($"{From(1, port: 36)} (35 refused since the last line)", _log.Note(From(1, port: 36)));
        Assert.Null(_log.Note(From(1, port: 37)));
    }

    [Fact]
    public void A_peer_that_tries_once_a_minute_is_not_counted()
    {
        _log.Note(From(1, port: 1));

        _now += TimeSpan.FromMinutes(1);

        Assert.Equal(From(1, port: 2), _log.Note(From(1, port: 2)));
    }

    [Fact]
    public void Each_reason_of_a_peer_has_its_line()
    {
        Assert.NotNull(_log.Note("10.0.0.1:1: it has expired"));

        Assert.NotNull(_log.Note("10.0.0.1:1: it shows no certificate"));
    }

    [Fact]
    public void Two_addresses_of_IPv6_are_two_peers()
    {
        Assert.NotNull(_log.Note("a connection from [fe80::1]:5000: it has expired"));
        Assert.Null(_log.Note("a connection from [fe80::1]:5001: it has expired"));

        Assert.NotNull(_log.Note("a connection from [fe80::2]:5000: it has expired"));
    }

    [Fact]
    public void Of_many_peers_the_first_twenty_have_a_line_each()
    {
        Assert.All(Enumerable.Range(1, 20), peer => Assert.Equal(From(peer), _log.Note(From(peer))));

        Assert.Null(_log.Note(From(21)));
    }

    [Fact]
    public void The_others_have_a_line_every_ten_seconds()
    {
        for (var peer = 1; peer <= 25; peer++)
            _log.Note(From(peer));

        _now += TimeSpan.FromSeconds(10);

        Assert.Equal($"{From(26)} (6 refused since the last line)", _log.Note(From(26)));
        Assert.Null(_log.Note(From(27)));
    }

    [Fact]
    public void Peers_that_have_gone_make_room_for_others()
    {
        for (var peer = 1; peer <= 20; peer++)
            _log.Note(From(peer));

        _now += TimeSpan.FromMinutes(1);

        Assert.All(Enumerable.Range(21, 20), peer => Assert.Equal(From(peer), _log.Note(From(peer))));
    }

    [Fact]
    public void At_the_end_there_is_a_count_of_those_that_have_not_been_told()
    {
        for (var peer = 1; peer <= 20; peer++)
            _log.Note(From(peer));
        Assert.Null(_log.Rest);

        _log.Note(From(1, port: 2));
        _log.Note(From(21));

        Assert.Equal("2 more refused since the last line", _log.Rest);
    }

    [Fact]
    public void What_is_forgotten_is_counted_all_the_same()
    {
        for (var peer = 1; peer <= 20; peer++)
            _log.Note(From(peer));
        _log.Note(From(1, port: 2));
        _now += TimeSpan.FromMinutes(1);

        _log.Note(From(21));

        Assert.Equal("1 more refused since the last line", _log.Rest);
    }

    private static string From(int peer, int port = 1) => $"Refused by TLS: a connection from 10.0.0.{peer}:{port}: it has expired";
}
