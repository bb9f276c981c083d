namespace BotNode.Tls;

/// <summary>The names that a user writes for TLS; messages use them.</summary>
internal static class TlsOptionNames
{
    /// <summary>The option for the node's own certificate.</summary>
    public const string Certificate = "--tls";

    /// <summary>The option for the trusted authorities.</summary>
    public const string Trust = "--tls-trust";

    /// <summary>The environment variable with the password of the file; on a command line everybody could see it.</summary>
    public const string Password = "BOTNODE_TLS_PASSWORD";
}
