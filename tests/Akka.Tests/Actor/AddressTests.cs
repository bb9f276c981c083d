using Akka.Actor;

namespace Akka.Tests.Actor;

public sealed class AddressTests
{
    [Theory]
    [InlineData("akka://sys")]
    [InlineData("akka.tcp://sys@host:4711")]
    [InlineData("akka.tcp://Chatroom@127.0.0.1:8080")]
    [InlineData("akka.tcp://sys@my-host.domain.com:1")]
    public void What_is_printed_is_what_was_read(string text) => Assert.Equal(text, Address.Parse(text).ToString());

    [Fact]
    public void A_full_address_has_four_parts()
    {
        var address = Address.Parse("akka.tcp://sys@host:4711");

        Assert.Equal("akka.tcp", address.Protocol);
        Assert.Equal("sys", address.System);
        Assert.Equal("host", address.Host);
        Assert.Equal(4711, address.Port);
        Assert.True(address.HasGlobalScope);
        Assert.False(address.HasLocalScope);
        Assert.Equal("sys@host:4711", address.HostPort());
    }

    [Fact]
    public void A_local_address_has_no_host()
    {
        var address = Address.Parse("akka://sys");

        Assert.Null(address.Host);
        Assert.Null(address.Port);
        Assert.True(address.HasLocalScope);
    }

    [Fact]
    public void What_follows_the_address_is_handed_back()
    {
        Assert.True(Address.TryParse("akka.tcp://sys@host:1/user/a#7", out var address, out string rest));

        Assert.Equal("akka.tcp://sys@host:1", address!.ToString());
        Assert.Equal("/user/a#7", rest);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sys")]
    [InlineData("akka:/sys")]
    public void What_is_no_address_is_not_taken_for_one(string text) => Assert.False(Address.TryParse(text, out _));

    [Fact]
    public void Addresses_are_equal_when_all_parts_are()
    {
        var one = new Address("akka.tcp", "sys", "host", 1);

        Assert.Equal(one, new Address("akka.tcp", "sys", "host", 1));
        Assert.True(one == new Address("akka.tcp", "sys", "host", 1));
        Assert.NotEqual(one, one.WithPort(2));
        Assert.NotEqual(one, one.WithHost("other"));
        Assert.NotEqual(one, one.WithSystem("other"));
        Assert.NotEqual(one, one.WithProtocol("akka.ssl"));
    }

    [Fact]
    public void An_address_with_an_IPv6_host_is_printed_as_it_was_made() =>
        Assert.Equal("akka.tcp://sys@[::1]:8080", new Address("akka.tcp", "sys", "[::1]", 8080).ToString());
}
