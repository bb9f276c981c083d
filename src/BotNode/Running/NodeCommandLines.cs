using System.Globalization;
using BotNode.CommandLine;
using Chatroom.Actors;

namespace BotNode.Running;

/// <summary>What `run` writes on the command lines of the nodes that it starts.</summary>
/// <param name="options">What `run` itself was told about the conversation.</param>
/// <param name="think">How long every bot thinks; null for each bot's own time.</param>
/// <param name="minds">Which programs think for which bots.</param>
/// <param name="tls">The certificate of all nodes; null for no TLS.</param>
/// <param name="trace">The times of traced messages count from here; null for no trace.</param>
internal sealed class NodeCommandLines(ConversationOptions options, TimeSpan? think, MindCommands minds, TlsOptions? tls, DateTimeOffset? trace)
{
    /// <summary>The command line of the seed node.</summary>
    public IEnumerable<string> Seed =>
    [
        "seed",
        .. Scenario,
        "--port", "0",
        "--json",
        "--driven",
        .. Given("--seed", options.Seed?.ToString(CultureInfo.InvariantCulture)),
        .. Given("--rounds", options.Rounds?.ToString(CultureInfo.InvariantCulture)),
        .. Given("--order", options.Order is { } order ? EnumWords.Of(order) : null),
        .. Given("--transcript", options.Transcript),
        .. Tls,
        .. OwnContent,
        .. TraceOption.For(trace),
    ];

    /// <summary>The command line of a bot node; a null name: any that is free.</summary>
    public IEnumerable<string> Bot(string? name) =>
    [
        "bot",
        .. Scenario,
        "--driven",
        .. OwnContent,
        .. Given("--name", name),
        .. Given("--exec", name is null ? null : minds.Of(name)),
        .. Tls,
        .. TraceOption.For(trace),
        .. Given("--think", think is { } time ? $"{time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)}ms" : null),
    ];

    private string[] Scenario => options.Scenario is { } scenario ? [scenario] : [];

    private string[] Tls => [.. Given("--tls", tls?.Certificate), .. Given("--tls-trust", tls?.Trust)];

    private string[] OwnContent => [.. Given("--personas", options.Content.Personas), .. Given("--suggestions", options.Content.Suggestions)];

    // As one argument: a name may begin like an option.
    private static string[] Given(string option, string? value) => value is null ? [] : [$"{option}={value}"];
}
