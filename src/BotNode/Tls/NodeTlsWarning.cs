using BotNode.Output;

namespace BotNode.Tls;

/// <summary>What a user is told at the start about a choice that lets in more than one may think.</summary>
internal static class NodeTlsWarning
{
    /// <summary>Says so on stderr when whoever the machine trusts may take part.</summary>
    public static void Say(NodeTls? tls, Terminal terminal)
    {
        if (tls is { TrustsTheMachine: true })
        {
            terminal.Error.WriteLine(
                $"botnode: Without {TlsOptionNames.Trust} everybody may take part who shows a certificate that this machine trusts, those of public authorities among them. Name your own authority with it.");
        }
    }
}
