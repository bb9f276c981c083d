using Akka.Configuration;
using BotNode.Nodes;
using BotNode.Output;
using BotNode.Tls;
using Chatroom.Actors;

namespace BotNode.Bots;

/// <summary>All parts of bots, read before anything starts.</summary>
/// <param name="Options">What `bot` is told.</param>
/// <param name="Content">The personas that a bot may be.</param>
/// <param name="Settings">The settings of its actor systems.</param>
/// <param name="Tls">What its actor systems show and which authorities they trust; null for no TLS by an option.</param>
internal sealed record BotSetup(BotOptions Options, Content Content, Config Settings, NodeTls? Tls)
{
    /// <summary>The address on which its actor systems listen.</summary>
    public const string Loopback = "127.0.0.1";

    /// <summary>Whether it speaks TLS.</summary>
    public bool IsSecure => Tls is not null || Settings.GetBoolean("akka.remote.dot-netty.tcp.enable-ssl", false);

    /// <summary>Reads the files that the options name, or says what is wrong with them.</summary>
    public static Result<BotSetup> Load(BotOptions options, TimeProvider time)
    {
        var content = options.Content.LoadContent(options.Scenario);
        var settings = NodeSettings.Bot();
        if (!content.IsGood || !settings.IsGood)
            return Result<BotSetup>.Bad([.. content.Errors, .. settings.Errors]);
        var tls = options.Tls?.Load(time);
        return tls is { IsGood: false }
            ? Result<BotSetup>.Bad(tls.Errors)
            : Result<BotSetup>.Good(new BotSetup(options, content.Value, settings.Value, tls?.Value));
    }

    /// <summary>Starts an actor system for the bots.</summary>
    /// <param name="knownAs">The host under which the room's node knows it.</param>
    /// <param name="terminal">Takes what the actors log.</param>
    /// <param name="cancelled">Cancels the start.</param>
    public Task<ActorNode> StartNodeAsync(string knownAs, Terminal terminal, CancellationToken cancelled) =>
        ActorNode.StartAsync(new NodeStart("Bot", Settings, NodeSettings.BotFile, Loopback, 0, knownAs, Tls, Options.Trace), terminal.Error, cancelled);

    /// <summary>A bot that is in no room yet.</summary>
    /// <param name="ticket">The secret by which its room knows it again.</param>
    /// <param name="actions">What it does only when told.</param>
    /// <param name="mind">What it thinks with; null for its persona.</param>
    /// <param name="screen">Shows what it hears.</param>
    /// <param name="room">The name of its room; null for that of a seed node with one room.</param>
    public BotSession NewBot(string ticket, ScriptedActions actions, IMind? mind, BotScreen screen, string? room = null)
    {
        var settings = new BotSettings
        {
            Name = Options.Name, Ticket = ticket, Patience = Options.Patience, ThinkTime = Options.Think, ScriptedActions = actions,
            PersonaOf = name => PromptPersona.Among(Content.Personas, name),
        };
        return new BotSession(settings, mind ?? new PersonaMind(Content.Personas, Content.Catalogue), screen.Take, room);
    }
}
