using System.Net;
using BotNode.Output;

namespace BotNode.Tls;

/// <summary>Warns a user at the start about a choice that lets in more nodes than expected.</summary>
internal static class NodeTlsWarning
{
    /// <summary>Warns on stderr if other machines can reach a node that speaks without TLS.</summary>
    /// <param name="host">The host on which it listens.</param>
    /// <param name="isSecure">Whether it speaks TLS.</param>
    /// <param name="terminal">Takes the warning.</param>
    public static void SayIfOpen(string host, bool isSecure, Terminal terminal)
    {
        var isHere = host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
        if (!isSecure && !isHere)
        {
            terminal.Error.WriteLine(
                $"botnode: Whoever reaches {host} can join, and who is on the way can read and change what is said, as this node speaks without TLS. Give it {TlsOptionNames.Certificate} and {TlsOptionNames.Trust}; see docs/tls.md.");
        }
    }

    /// <summary>Warns on stderr if all nodes that the machine trusts may take part.</summary>
    public static void Say(NodeTls? tls, Terminal terminal)
    {
        if (tls is { TrustsTheMachine: true })
        {
            terminal.Error.WriteLine(
                $"botnode: Without {TlsOptionNames.Trust} everybody may take part who shows a certificate that this machine trusts, those of public authorities among them. Name your own authority with it.");
        }
    }
}
