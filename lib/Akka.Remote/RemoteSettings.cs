using Akka.Configuration;

namespace Akka.Remote;

/// <summary>The section <c>akka.remote</c>, read.</summary>
public class RemoteSettings
{
    /// <summary>Reads the settings from a whole configuration.</summary>
    /// <exception cref="ConfigurationException">A transport is named that has no section, or a value has the wrong type.</exception>
    internal RemoteSettings(Config config)
    {
        Config = config;
        UntrustedMode = config.GetBoolean("akka.remote.untrusted-mode");
        TrustedSelectionPaths = new HashSet<string>(config.GetStringList("akka.remote.trusted-selection-paths", []), StringComparer.Ordinal);
        LogReceive = config.GetBoolean("akka.remote.log-received-messages");
        LogSend = config.GetBoolean("akka.remote.log-sent-messages");
        RemoteLifecycleEventsLogLevel = config.GetString("akka.remote.log-remote-lifecycle-events", "on")!;
        LogBufferSizeExceeding = config.GetInt("akka.remote.log-buffer-size-exceeding");
        ShutdownTimeout = config.GetTimeSpan("akka.remote.shutdown-timeout");
        FlushWait = config.GetTimeSpan("akka.remote.flush-wait-on-shutdown");
        StartupTimeout = config.GetTimeSpan("akka.remote.startup-timeout");
        RetryGateClosedFor = config.GetTimeSpan("akka.remote.retry-gate-closed-for");
        BackoffPeriod = config.GetTimeSpan("akka.remote.backoff-interval");
        SysMsgBufferSize = config.GetInt("akka.remote.system-message-buffer-size");
        SysMsgAckTimeout = config.GetTimeSpan("akka.remote.system-message-ack-piggyback-timeout");
        SysResendTimeout = config.GetTimeSpan("akka.remote.resend-interval");
        SysResendLimit = config.GetInt("akka.remote.resend-limit");
        InitialSysMsgDeliveryTimeout = config.GetTimeSpan("akka.remote.initial-system-message-delivery-timeout");
        WatchFailureDetectorConfig = Section(config, "akka.remote.watch-failure-detector");
        WatchFailureDetectorImplementationClass = WatchFailureDetectorConfig.GetString("implementation-class", string.Empty)!;
        WatchHeartBeatInterval = WatchFailureDetectorConfig.GetTimeSpan("heartbeat-interval");
        WatchUnreachableReaperInterval = WatchFailureDetectorConfig.GetTimeSpan("unreachable-nodes-reaper-interval");
        WatchHeartbeatExpectedResponseAfter = WatchFailureDetectorConfig.GetTimeSpan("expected-response-after");
        TransportNames = config.GetStringList("akka.remote.enabled-transports");
        Transports = [.. TransportNames.Select(name => ReadTransport(config, name))];
    }

    /// <summary>The whole configuration they were read from.</summary>
    internal Config Config { get; }

    /// <summary>Whether system messages, PoisonPill, Kill and the like from outside are dropped.</summary>
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

    /// <summary>How long an address is left alone after a failure.</summary>
    internal TimeSpan RetryGateClosedFor { get; }

    /// <summary>How long to wait before writing again to a connection that took no more.</summary>
    internal TimeSpan BackoffPeriod { get; }

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
    internal Config WatchFailureDetectorConfig { get; }

    /// <summary>Its class.</summary>
    internal string WatchFailureDetectorImplementationClass { get; }

    /// <summary>How often a watched node is asked for a sign of life.</summary>
    internal TimeSpan WatchHeartBeatInterval { get; }

    /// <summary>How often watched nodes are judged.</summary>
    internal TimeSpan WatchUnreachableReaperInterval { get; }

    /// <summary>How long after the first question the first answer is expected.</summary>
    internal TimeSpan WatchHeartbeatExpectedResponseAfter { get; }

    /// <summary>The sections of the transports to start.</summary>
    internal IList<string> TransportNames { get; }

    /// <summary>The transports to start, in order; the first one's address is the node's own.</summary>
    internal TransportSettings[] Transports { get; }

    internal static Config Section(Config config, string path) =>
        config.GetConfig(path) ?? throw new ConfigurationException($"The configuration has no section '{path}'");

    private static TransportSettings ReadTransport(Config config, string name) =>
        new(config.GetConfig(name)
            ?? throw new ConfigurationException($"Setting 'akka.remote.enabled-transports' names '{name}', and there is no such section"));

    /// <summary>The section of one transport.</summary>
    internal sealed class TransportSettings
    {
        /// <summary>Reads a section.</summary>
        internal TransportSettings(Config config)
        {
            Config = config;
            TransportClass = config.GetString("transport-class")
                ?? throw new ConfigurationException("A transport's section has no 'transport-class'");
        }

        /// <summary>The transport's class, with its assembly.</summary>
        internal string TransportClass { get; }

        /// <summary>The section.</summary>
        internal Config Config { get; }
    }
}
