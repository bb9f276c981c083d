namespace BotNode.Tls;

/// <summary>The purposes of a certificate, in its extended key usage: RFC 5280, 4.2.1.12.</summary>
internal static class KeyPurpose
{
    /// <summary>To accept connections.</summary>
    public const string Server = "1.3.6.1.5.5.7.3.1";

    /// <summary>To open connections.</summary>
    public const string Client = "1.3.6.1.5.5.7.3.2";
}
