using RemoteGuard.Wire;

namespace RemoteGuard.Tests.Wire;

/// <summary>Who a peer says it is.</summary>
public sealed class HandshakeTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("bots.example.org")]
    [InlineData("[::1]")]
    [InlineData("[2001:db8::7]")]
    public void An_address_as_Akka_writes_it(string host) => Assert.Equal($"akka.tcp://Peer@{host}:1/", Read("Peer", host)?.Root);

    [Theory]
    [InlineData("Bots.example.org")]
    [InlineData("x[::1]")]
    [InlineData("[::1]x")]
    [InlineData("[::0001]")]
    [InlineData("[::FFFF]")]
    [InlineData("[]")]
    [InlineData("::1")]
    [InlineData("a@b")]
    [InlineData("a/b")]
    [InlineData("")]
    public void None_in_another_spelling(string host) => Assert.Null(Read("Peer", host));

    [Theory]
    [InlineData("")]
    [InlineData("Pe er")]
    [InlineData("Peer@x")]
    [InlineData("Peér")]
    public void None_without_a_name_of_an_actor_system(string system) => Assert.Null(Read(system, "127.0.0.1"));

    [Theory]
    [InlineData(0, "tcp")]
    [InlineData(65536, "tcp")]
    [InlineData(1, "ssl.tcp")]
    public void None_of_another_port_or_scheme(int port, string scheme) => Assert.Null(Read("Peer", "127.0.0.1", port, scheme));

    private static Handshake? Read(string system, string host, int port = 1, string scheme = "tcp") =>
        Handshake.TryRead(Frame.Read(TestFrames.Associate(system, host, port, protocol: scheme)).Handshake, "tcp");
}
