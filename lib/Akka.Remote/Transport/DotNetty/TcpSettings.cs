using Akka.Configuration;

namespace Akka.Remote.Transport.DotNetty;

/// <summary>The section <c>akka.remote.dot-netty.tcp</c>, read and checked.</summary>
/// <param name="Hostname">What to listen on.</param>
/// <param name="Port">The port to listen on; 0 takes any free one.</param>
/// <param name="PublicHostname">What others call this node, if not <paramref name="Hostname"/>.</param>
/// <param name="PublicPort">The port others use, if not the one listened on.</param>
/// <param name="MaximumFrameSize">The longest frame in bytes.</param>
/// <param name="ConnectTimeout">How long opening a connection may take.</param>
/// <param name="Backlog">How many connections may wait to be accepted.</param>
/// <param name="NoDelay">Whether small frames go at once (TCP_NODELAY).</param>
internal sealed record TcpSettings(
    string Hostname,
    int Port,
    string? PublicHostname,
    int? PublicPort,
    long MaximumFrameSize,
    TimeSpan ConnectTimeout,
    int Backlog,
    bool NoDelay)
{
    private const long SmallestMaximumFrameSize = 32000;

    internal static TcpSettings Read(Config config)
    {
        var frame = config.GetByteSize("maximum-frame-size", 128000) ?? 128000;
        if (frame is < SmallestMaximumFrameSize or > int.MaxValue)
            throw new ConfigurationException($"Setting 'maximum-frame-size' is {frame}; it must be at least {SmallestMaximumFrameSize} bytes and at most {int.MaxValue}");
        if (config.GetBoolean("enable-ssl", false))
            throw new ConfigurationException("Setting 'enable-ssl' is on, and this build has no TLS; set it to off");

        var hostname = config.GetString("hostname", string.Empty);
        var publicHostname = config.GetString("public-hostname", string.Empty);
        var publicPort = config.GetInt("public-port", 0);
        return new TcpSettings(
            string.IsNullOrWhiteSpace(hostname) ? "127.0.0.1" : hostname,
            PortOf("port", config.GetInt("port", 2552)),
            string.IsNullOrWhiteSpace(publicHostname) ? null : publicHostname,
            PortOf("public-port", publicPort) == 0 ? null : publicPort,
            frame,
            config.GetTimeSpan("connection-timeout", TimeSpan.FromSeconds(15)),
            config.GetInt("backlog", 4096),
            config.GetBoolean("tcp-nodelay", true));
    }

    private static int PortOf(string key, int value) => value is >= 0 and <= ushort.MaxValue
        ? value
        : throw new ConfigurationException($"Setting '{key}' is {value}; a port is a number from 0 to {ushort.MaxValue}");
}
