using Akka.Configuration;
using BotNode.Tls;

namespace BotNode.Nodes;

/// <summary>What the actor system of a node is started with.</summary>
/// <param name="Name">The system's name, a part of its address.</param>
/// <param name="Settings">The settings of the kind of node.</param>
/// <param name="File">The file of the settings, for a message.</param>
/// <param name="ListenOn">The host to listen on.</param>
/// <param name="Port">The port to listen on; 0 for any.</param>
/// <param name="KnownAs">The host under which others know this node.</param>
/// <param name="Tls">What it shows and which authorities it trusts; null for no TLS by an option.</param>
/// <param name="Trace">The times of traced messages count from here; null for no trace.</param>
internal sealed record NodeStart(string Name, Config Settings, string File, string ListenOn, int Port, string KnownAs, NodeTls? Tls = null, DateTimeOffset? Trace = null);
