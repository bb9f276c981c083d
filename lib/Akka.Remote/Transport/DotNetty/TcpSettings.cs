using Akka.Configuration;

namespace Akka.Remote.Transport.DotNetty;

/// <summary>The section <c>akka.remote.dot-netty.tcp</c>, read and checked.</summary>
/// <param name="Hostname">What to listen on.</param>
/// <param name="Port">The port to listen on; 0 takes any free one.</param>
/// <param name="PublicHostname">What others call this node, if not <paramref name="Hostname"/>.</param>
/// <param name="PublicPort">The port others use, if not the one listened on.</param>
/// <param name="MaximumFrameSize">The longest frame in bytes.</param>
/// <param name="DnsUseIpv6">Whether a host name that has addresses of both kinds means its IPv6 address.</param>
/// <param name="EnforceIpFamily">Whether a host name without an address of the kind wanted is an error.</param>
/// <param name="ConnectTimeout">How long opening a connection may take.</param>
/// <param name="Backlog">How many connections may wait to be accepted.</param>
/// <param name="NoDelay">Whether small frames go at once (TCP_NODELAY).</param>
internal sealed record TcpSettings(
    string Hostname,
    int Port,
    string? PublicHostname,
    int? PublicPort,
    bool DnsUseIpv6,
    bool EnforceIpFamily,
    long MaximumFrameSize,
    TimeSpan ConnectTimeout,
    int Backlog,
    bool NoDelay)
{
    /// <summary>Where the section stands, unless somebody gave it another name.</summary>
    internal const string Path = "akka.remote.dot-netty.tcp";

    private const long SmallestMaximumFrameSize = 32000;
    private const long DefaultMaximumFrameSize = 128000;

    internal static TcpSettings Read(Config config)
    {
        var section = new SettingsReader(config, Path);
        return new TcpSettings(
            Given(section.Text("hostname")) ?? "127.0.0.1",
            section.Number("port", 0, ushort.MaxValue, missing: 2552),
            Given(section.Text("public-hostname")),
            section.Number("public-port", 0, ushort.MaxValue) is > 0 and var port ? port : null,
            section.Switch("dns-use-ipv6"),
            section.Switch("enforce-ip-family"),
            section.Size("maximum-frame-size", SmallestMaximumFrameSize, int.MaxValue, missing: DefaultMaximumFrameSize),
            section.Duration("connection-timeout", missing: TimeSpan.FromSeconds(15)),
            section.Number("backlog", 1, missing: 4096),
            section.Switch("tcp-nodelay", missing: true));
    }

    private static string? Given(string text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
