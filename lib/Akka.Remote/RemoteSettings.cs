using Akka.Configuration;
using Akka.Remote.Transport;

namespace Akka.Remote;

/// <summary>The section <c>akka.remote</c>, read and checked.</summary>
public class RemoteSettings
{
    /// <summary>Reads the settings from a whole configuration.</summary>
    /// <exception cref="ConfigurationException">A setting is missing or can't be; the message has its path and what is allowed.</exception>
    internal RemoteSettings(Config config)
    {
        Config = config;
        var remote = new SettingsReader(Section(config, "akka.remote"), "akka.remote");
        UntrustedMode = remote.Switch("untrusted-mode");
        TrustedSelectionPaths = new HashSet<string>(remote.Texts("trusted-selection-paths"), StringComparer.Ordinal);
        LogReceive = remote.Switch("log-received-messages");
        LogSend = remote.Switch("log-sent-messages");
        RemoteLifecycleEventsLogLevel = remote.OneOf("log-remote-lifecycle-events", "on", "off", "true", "false", "DEBUG", "INFO", "WARNING", "ERROR");
        LogBufferSizeExceeding = remote.Number("log-buffer-size-exceeding", 1);
        ShutdownTimeout = remote.Duration("shutdown-timeout");
        FlushWait = remote.Duration("flush-wait-on-shutdown", TimeSpan.Zero);
        StartupTimeout = remote.Duration("startup-timeout");
        HandshakeTimeout = remote.Section.HasPath("handshake-timeout")
            ? remote.Duration("handshake-timeout")
            : remote.Duration("dot-netty.tcp.connection-timeout", missing: TimeSpan.FromSeconds(15));
        RetryGateClosedFor = remote.Duration("retry-gate-closed-for", TimeSpan.Zero);
        BackoffPeriod = remote.Duration("backoff-interval");
        QuarantineSilentSystemTimeout = remote.Duration("quarantine-after-silence");
        QuarantineDuration = remote.Duration("prune-quarantine-marker-after");
        SysMsgBufferSize = remote.Number("system-message-buffer-size", 1);
        SysMsgAckTimeout = remote.Duration("system-message-ack-piggyback-timeout");
        SysResendTimeout = remote.Duration("resend-interval");
        SysResendLimit = remote.Number("resend-limit", 1);
        InitialSysMsgDeliveryTimeout = remote.Duration("initial-system-message-delivery-timeout");
        WatchFailureDetector = remote.Part("watch-failure-detector");
        WatchHeartBeatInterval = WatchFailureDetector.Duration("heartbeat-interval");
        WatchUnreachableReaperInterval = WatchFailureDetector.Duration("unreachable-nodes-reaper-interval");
        WatchHeartbeatExpectedResponseAfter = WatchFailureDetector.Duration("expected-response-after");
        TransportFailureDetector = remote.Part("transport-failure-detector");
        TransportHeartBeatInterval = TransportFailureDetector.Duration("heartbeat-interval");
        Limits = RemoteLimits.Read(remote.Part("limits"));
        Adapters = new TransportAdapters(config);
        TransportNames = remote.Texts("enabled-transports");
        Transports = [.. TransportNames.Select(name => ReadTransport(config, name))];
        foreach (var (name, transport) in TransportNames.Zip(Transports))
            Adapters.Check(transport.Adapters, $"{name}.{TransportSettings.AppliedAdapters}");
    }

    /// <summary>The whole configuration they were read from.</summary>
    internal Config Config { get; }

    /// <summary>Whether PoisonPill, Kill and the like from outside are dropped.</summary>
    internal bool UntrustedMode { get; }

    /// <summary>The paths (as <c>/user/name</c>) that selections from outside reach in untrusted mode.</summary>
    internal HashSet<string> TrustedSelectionPaths { get; }

    /// <summary>Whether each message that comes in is logged, as debug.</summary>
    internal bool LogReceive { get; }

    /// <summary>Whether each message that goes out is logged, as debug.</summary>
    internal bool LogSend { get; }

    /// <summary><c>on</c>, <c>off</c>, or the least severe level of lifecycle events to log.</summary>
    internal string RemoteLifecycleEventsLogLevel { get; }

    /// <summary>How many messages waiting for one connection are worth a warning.</summary>
    internal int LogBufferSizeExceeding { get; }

    /// <summary>How long stopping may take in all.</summary>
    internal TimeSpan ShutdownTimeout { get; }

    /// <summary>How long stopping waits for what is queued.</summary>
    internal TimeSpan FlushWait { get; }

    /// <summary>How long starting to listen may take.</summary>
    internal TimeSpan StartupTimeout { get; }

    /// <summary>How long both sides may take to say who they are.</summary>
    internal TimeSpan HandshakeTimeout { get; }

    /// <summary>How long an address is left alone after a failure.</summary>
    internal TimeSpan RetryGateClosedFor { get; }

    /// <summary>How long to wait before writing again to a connection that took no more.</summary>
    internal TimeSpan BackoffPeriod { get; }

    /// <summary>How long a peer may be gone before what is known of its system messages is given up, and that incarnation with it.</summary>
    internal TimeSpan QuarantineSilentSystemTimeout { get; }

    /// <summary>How long the number of a quarantined incarnation is kept.</summary>
    internal TimeSpan QuarantineDuration { get; }

    /// <summary>How many system messages may be unacknowledged.</summary>
    internal int SysMsgBufferSize { get; }

    /// <summary>How long an acknowledgement waits for a message to ride on.</summary>
    internal TimeSpan SysMsgAckTimeout { get; }

    /// <summary>How often unacknowledged system messages are sent again.</summary>
    internal TimeSpan SysResendTimeout { get; }

    /// <summary>How many are sent again at a time.</summary>
    internal int SysResendLimit { get; }

    /// <summary>How long system messages wait for a peer never met.</summary>
    internal TimeSpan InitialSysMsgDeliveryTimeout { get; }

    /// <summary>The section of the failure detector behind remote death watch.</summary>
    internal SettingsReader WatchFailureDetector { get; }

    /// <summary>How often a watched node is asked for a sign of life.</summary>
    internal TimeSpan WatchHeartBeatInterval { get; }

    /// <summary>How often watched nodes are judged.</summary>
    internal TimeSpan WatchUnreachableReaperInterval { get; }

    /// <summary>How long after the first question the first answer is expected.</summary>
    internal TimeSpan WatchHeartbeatExpectedResponseAfter { get; }

    /// <summary>The section of the failure detector that judges connections.</summary>
    internal SettingsReader TransportFailureDetector { get; }

    /// <summary>How often a connection gets a sign of life.</summary>
    internal TimeSpan TransportHeartBeatInterval { get; }

    /// <summary>What strangers and slow peers may cost.</summary>
    internal RemoteLimits Limits { get; }

    /// <summary>The adapters that transports may name.</summary>
    internal TransportAdapters Adapters { get; }

    /// <summary>The sections of the transports to start.</summary>
    internal IList<string> TransportNames { get; }

    /// <summary>The transports to start, in order; the first one's address is the node's own.</summary>
    internal TransportSettings[] Transports { get; }

    internal static Config Section(Config config, string path) =>
        config.GetConfig(path) ?? throw new ConfigurationException($"The configuration has no section '{path}'");

    private static TransportSettings ReadTransport(Config config, string name) =>
        new(new SettingsReader(
            config.GetConfig(name) ?? throw new ConfigurationException($"Setting 'akka.remote.enabled-transports' names '{name}', and there is no such section"),
            name));

    /// <summary>The section of one transport.</summary>
    internal sealed class TransportSettings
    {
        internal const string AppliedAdapters = "applied-adapters";

        /// <summary>Reads a section.</summary>
        internal TransportSettings(SettingsReader transport)
        {
            Config = transport.Section;
            TransportClass = Type.GetType(transport.Text("transport-class"))
                ?? throw transport.Refused("transport-class", "the name of a class and its assembly");
            Adapters = transport.Texts(AppliedAdapters);
        }

        /// <summary>The transport's class.</summary>
        internal Type TransportClass { get; }

        /// <summary>The names of its adapters, the outermost first.</summary>
        internal IList<string> Adapters { get; }

        /// <summary>The section.</summary>
        internal Config Config { get; }
    }
}
