using RemoteGuard.Limits;

namespace RemoteGuard.Tests.Limits;

/// <summary>Who may connect.</summary>
public sealed class AdmissionTests
{
    private readonly TestClock _time = new();
    private readonly Admission<object> _admission;

    public AdmissionTests() => _admission = new Admission<object>(
        new GuardSettings { Connections = 5, ConnectionsPerAddress = 3, HalfOpen = 4, HalfOpenPerAddress = 2, HandshakesPerSecond = 10 }, _time);

    [Fact]
    public void Only_so_many_from_one_address()
    {
        Enter("1.1.1.1", 3);

        Assert.Equal("there are too many connections from its address", _admission.Enter(new object(), "1.1.1.1", out _));
        Assert.Null(_admission.Enter(new object(), "2.2.2.2", out _));
    }

    [Fact]
    public void Only_so_many_in_all()
    {
        Enter("1.1.1.1", 3);
        Enter("2.2.2.2", 2);

        Assert.Equal("there are too many connections", _admission.Enter(new object(), "3.3.3.3", out _));
    }

    [Fact]
    public void Who_leaves_makes_room()
    {
        var first = Enter("1.1.1.1", 3)[0];
        _admission.Leave(first);
        _admission.Leave(first);

        Assert.Null(_admission.Enter(new object(), "1.1.1.1", out _));
        Assert.NotNull(_admission.Enter(new object(), "1.1.1.1", out _));
    }

    [Fact]
    public void Who_has_not_said_for_longest_who_it_is_goes_first()
    {
        var one = Enter("1.1.1.1", 2)[0];

        Assert.Null(_admission.Enter(new object(), "1.1.1.1", out var pushedOut));
        Assert.Same(one, pushedOut);
    }

    [Fact]
    public void Who_has_said_who_it_is_stays()
    {
        var connections = Enter("1.1.1.1", 2);
        _admission.Introduce(connections[0]);

        _admission.Enter(new object(), "1.1.1.1", out var pushedOut);
        Assert.Null(pushedOut);
    }

    [Fact]
    public void Of_all_that_have_not_said_who_they_are_the_oldest_goes()
    {
        var oldest = Enter("1.1.1.1", 1)[0];
        Enter("2.2.2.2", 1);
        Enter("3.3.3.3", 1);
        Enter("4.4.4.4", 1);

        _admission.Enter(new object(), "5.5.5.5", out var pushedOut);
        Assert.Same(oldest, pushedOut);
    }

    [Fact]
    public void One_address_connects_so_often_a_second()
    {
        for (var times = 0; times < 20; times++)
            _admission.Leave(Enter("1.1.1.1", 1)[0]);
        Assert.Equal("its address connects too often", _admission.Enter(new object(), "1.1.1.1", out _));

        _time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Null(_admission.Enter(new object(), "1.1.1.1", out _));
        Assert.NotNull(_admission.Enter(new object(), "1.1.1.1", out _));
    }

    [Theory]
    [InlineData("::ffff:1.1.1.1", "1.1.1.1")]
    [InlineData("[2001:db8::1]", "2001:db8::ffff:1")]
    public void Addresses_that_one_host_has_are_one(string one, string other)
    {
        Enter(one, 3);

        Assert.NotNull(_admission.Enter(new object(), other, out _));
    }

    private object[] Enter(string host, int count)
    {
        object[] connections = [.. Enumerable.Range(0, count).Select(_ => new object())];
        Assert.All(connections, connection => Assert.Null(_admission.Enter(connection, host, out _)));
        return connections;
    }
}
