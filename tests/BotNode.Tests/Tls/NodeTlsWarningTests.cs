using BotNode.Output;
using BotNode.Tls;

namespace BotNode.Tests.Tls;

/// <summary>What is said of a node that lets in more than one may think.</summary>
public sealed class NodeTlsWarningTests
{
    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.0.1.9", false)]
    [InlineData("localhost", false)]
    [InlineData("[::1]", false)]
    [InlineData("192.168.1.5", true)]
    public void Nothing_when_only_this_machine_reaches_it_or_it_speaks_TLS(string host, bool isSecure) => Assert.Empty(Said(host, isSecure));

    [Theory]
    [InlineData("192.168.1.5")]
    [InlineData("0.0.0.0")]
    [InlineData("[2001:db8::1]")]
    [InlineData("chat.example.org")]
    public void One_line_when_others_reach_it_and_it_speaks_without_TLS(string host)
    {
        var said = Said(host, isSecure: false);

        Assert.StartsWith($"botnode: Whoever reaches {host} can join", said, StringComparison.Ordinal);
        Assert.Contains("--tls", said, StringComparison.Ordinal);
        Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Said(string host, bool isSecure)
    {
        using var errors = new StringWriter();
        NodeTlsWarning.SayIfOpen(host, isSecure, new Terminal(TextReader.Null, new LastingWriter(TextWriter.Null), new LastingWriter(errors), IsColoured: false));
        return errors.ToString();
    }
}
