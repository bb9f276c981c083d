namespace Akka.Remote.Tests.Internals;

public sealed class LostIncarnationsTests
{
    private readonly LostIncarnations _sut = new(limit: 3);

    [Fact]
    public void One_is_an_incarnation_of_one_peer()
    {
        _sut.Add(RawPeer.Self, 1);

        Assert.True(_sut.Contains(RawPeer.Self, 1));
        Assert.False(_sut.Contains(RawPeer.Self, 2));
        Assert.False(_sut.Contains(RawPeer.Self.WithPort(2), 1));
    }

    [Fact]
    public void Of_too_many_the_oldest_goes()
    {
        for (var uid = 1; uid <= 4; uid++)
        {
            _sut.Add(RawPeer.Self, uid);
            _sut.Add(RawPeer.Self, uid);
        }

        Assert.False(_sut.Contains(RawPeer.Self, 1));
        Assert.All([2, 3, 4], uid => Assert.True(_sut.Contains(RawPeer.Self, uid)));
    }
}
