using Akka.Configuration;
using BotNode.Nodes;
using Chatroom.Actors;

namespace BotNode.Seeds;

/// <summary>The parts of a seed node, read and checked before anything starts.</summary>
/// <param name="Options">What `seed` is told.</param>
/// <param name="Plan">What there is to host.</param>
/// <param name="Start">What its actor system is started with.</param>
internal sealed record SeedSetup(SeedOptions Options, SeedPlan Plan, NodeStart Start)
{
    /// <summary>Reads all that the options name, or says what is wrong with it.</summary>
    public static async Task<Result<SeedSetup>> LoadAsync(SeedOptions options, TimeProvider time)
    {
        var settings = NodeSettings.Seed();
        var plan = SeedPlan.Load(options, settings.Value?.Rooms ?? RoomsSettings.One);
        if (!plan.IsGood || !settings.IsGood)
            return Result<SeedSetup>.Bad([.. plan.Errors, .. settings.Errors]);
        if (plan.Value.TranscriptProblem is { } noFile)
            return Result<SeedSetup>.Bad(noFile);
        if (options.Json && plan.Value.Rooms.Count > 0)
            return Result<SeedSetup>.Bad("--json prints the transcript of one room; with several of them use --transcript FOLDER.");
        var tls = options.Tls?.Load(time);
        if (tls is { IsGood: false })
            return Result<SeedSetup>.Bad(tls.Errors);
        if (await AddressProbe.TryListenAsync(options.Host, options.Port).ConfigureAwait(false) is { } problem)
        {
            return Result<SeedSetup>.Bad(
                $"Can't listen on {options.Host}:{options.Port}: {problem}. Choose another with --host and --port; --port 0 takes any that is free.");
        }

        var start = new NodeStart(
            RoomAddress.SystemName, LogRefusals(NodeSettings.WithRooms(settings.Value.Akka, plan.Value.Rooms), options), NodeSettings.SeedFile,
            options.Host, options.Port, options.Host, tls?.Value, options.Trace);
        return Result<SeedSetup>.Good(new SeedSetup(options, plan.Value, start));
    }

    /// <summary>True if others need TLS to speak to the node.</summary>
    public bool IsSecure => Start.Tls is not null || Start.Settings.GetBoolean("akka.remote.dot-netty.tcp.enable-ssl");

    /// <summary>Shows the operator why a node was refused: that is a warning.</summary>
    private static Config LogRefusals(Config settings, SeedOptions options) =>
        options.Tls is null || options.Driven || settings.GetString("akka.loglevel") != "ERROR"
            ? settings
            : ConfigurationFactory.ParseString("akka.loglevel = WARNING").WithFallback(settings);
}
