using Akka.Actor;

namespace Akka.Tests.Internals.Actor;

public sealed class AddressParsingTests
{
    [Fact]
    public void An_IPv6_host_stands_in_brackets()
    {
        var address = Address.Parse("akka.tcp://sys@[fe80::1]:8080/user");

        Assert.Equal("[fe80::1]", address.Host);
        Assert.Equal(8080, address.Port);
        Assert.Equal("akka.tcp://sys@[fe80::1]:8080", address.ToString());
    }

    [Theory]
    [InlineData("akka.tcp://sys@::1:8080")]
    [InlineData("akka.tcp://@host:1")]
    [InlineData("akka.tcp://sys@host:")]
    [InlineData("akka.tcp://sys@host:70000")]
    [InlineData("akka.tcp://sys@host:-1")]
    [InlineData("akka.tcp://sys@:1")]
    [InlineData("akka.tcp://sys@host:1x")]
    [InlineData("://sys")]
    [InlineData("akka.tcp://")]
    public void A_broken_address_is_refused(string text) => Assert.False(Address.TryParse(text, out _));
}
