using BotNode.Nodes;

namespace BotNode.Tests.Nodes;

public sealed class RoomAddressTests
{
    [Theory]
    [InlineData("akka.tcp://Chatroom@127.0.0.1:8080", "127.0.0.1", 8080)]
    [InlineData("akka.tcp://Chatroom@talk.example:1", "talk.example", 1)]
    [InlineData("akka.tcp://Chatroom@BIGTALK:8080", "BIGTALK", 8080)]
    [InlineData("akka.ssl.tcp://Chatroom@127.0.0.1:8080", "127.0.0.1", 8080, true)]
    public void What_a_seed_node_prints_is_read(string text, string host, int port, bool isSecure = false)
    {
        var address = RoomAddress.Parse(text);

        Assert.Equal(new RoomAddress(host, port, isSecure), address);
        Assert.Equal(text, address!.ToString());
        Assert.Equal(address, RoomAddress.ParseJson(address.ToJson()));
    }

    [Theory]
    [InlineData("akka.tcp://Chatroom@127.0.0.1:8080")]
    [InlineData("""{"address":8080}""")]
    [InlineData("""{"address":"127.0.0.1:8080"}""")]
    [InlineData("""{"type":"transcript"}""")]
    [InlineData("[]")]
    public void Any_other_line_is_no_address(string line) => Assert.Null(RoomAddress.ParseJson(line));

    [Theory]
    [InlineData("127.0.0.1:8080")]
    [InlineData("http://Chatroom@127.0.0.1:8080")]
    [InlineData("akka.tcp://Other@127.0.0.1:8080")]
    [InlineData("akka.tls://Chatroom@127.0.0.1:8080")]
    [InlineData("akka.tcp://Chatroom@127.0.0.1")]
    [InlineData("akka.tcp://Chatroom@127.0.0.1:0")]
    [InlineData("akka.tcp://Chatroom@127.0.0.1:80800")]
    [InlineData("akka.tcp://Chatroom@127.0.0.1:8080/user/chatroom")]
    [InlineData("")]
    public void Anything_else_is_no_address(string text) => Assert.Null(RoomAddress.Parse(text));
}
