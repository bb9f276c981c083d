using System.CommandLine;
using System.Net;
using System.Security.Cryptography;
using BotNode.CommandLine;
using BotNode.Output;
using BotNode.Processes;
using BotNode.Seeds;

namespace BotNode.Verbs;

/// <summary>`seed`: a node that hosts rooms at a known address, mostly one.</summary>
internal static class SeedVerb
{
    private const string DefaultHost = "127.0.0.1";
    private const int DefaultPort = 8080;

    /// <summary>The verb with its options.</summary>
    public static Verb Create(Terminal terminal)
    {
        var host = Values.Text(
            "--host", "HOST", $"Where to listen: this machine's name or address, as bots reach it [default: {DefaultHost}]",
            "the name or IPv4 address by which bots reach this machine",
            text => Uri.CheckHostName(text) is UriHostNameType.Dns or UriHostNameType.IPv4 && text != IPAddress.Any.ToString());
        var port = Values.Number("--port", $"The port to listen on; 0: any that is free [default: {DefaultPort}]", 0, IPEndPoint.MaxPort);
        var resume = Values.FilePath("--resume", "Go on with the conversation in this transcript, whose seed node was killed, and write on in it.");
        var rooms = Values.RoomNames("Host a room by this name; given more than once, several of them [default: those of hocon/seed.conf, or one without a name]");
        var repeat = Values.Repeat("How often each room opens [default: as hocon/seed.conf says, once]");
        var json = new Option<bool>("--json") { Description = "Print JSON Lines instead of lines for people: the address, then the transcript." };
        var driven = Values.Hidden("--driven");
        var command = new Command("seed", "Starts a seed node: hosts a room that bots join, and ends when their conversation has ended.");
        ConversationOptions.AddTo(command);
        TlsOptions.AddTo(command);
        TraceOption.AddToNode(command);
        foreach (var option in new Option[] { rooms, repeat, resume, host, port, json, driven })
            command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(resume) is not null && result.GetResult(repeat) is not null)
                result.AddError("--resume and --repeat don't go together: one conversation goes on, to its end.");
            if (result.GetResult(resume) is not null && ConversationOptions.Given(result) is { Length: > 0 } given)
                result.AddError($"--resume goes on as the transcript says; leave out {given}.");
        });
        command.SetAction((parsed, _) => RunAsync(
            new SeedOptions(
                ConversationOptions.Of(parsed),
                [.. parsed.GetValue(rooms) ?? []],
                parsed.GetValue(repeat),
                parsed.GetValue(resume),
                parsed.GetValue(host) ?? DefaultHost,
                parsed.GetValue(port) ?? DefaultPort,
                TlsOptions.Of(parsed),
                parsed.GetValue(json),
                parsed.GetValue(driven),
                TraceOption.SinceOf(parsed, TimeProvider.System)),
            terminal));
        return new Verb(
            command, "botnode seed --port 0", "botnode seed original", "botnode seed --resume talk.jsonl", "botnode seed --trace-messages",
            "botnode seed --room red --room blue --repeat 10 --transcript talks",
            "botnode seed --host 192.168.1.5 --rounds 3",
            "botnode seed --host 192.168.1.5 --tls seed.pem --tls-trust ca.pem");
    }

    private static async Task<int> RunAsync(SeedOptions options, Terminal terminal)
    {
        using var commands = new SeedCommands();
        // Before anything else, so that a signal to all processes of a `run` does not end this one while it starts.
        using var pipe = options.Driven ? new CommandPipe(terminal, commands.Take, () => ThrowAwayCertificates.Remove(options.Tls)) : null;
        using var signals = new Signals(TimeProvider.System, terminal.Out.Lost);
        var setup = await SeedSetup.LoadAsync(options, TimeProvider.System).ConfigureAwait(false);
        if (!setup.IsGood)
            return terminal.CouldNotRun(setup.Errors);
        if (!options.Driven && setup.Value.Plan.Unheeded is { } unheeded)
            terminal.Error.WriteLine($"botnode: {unheeded}");
        return signals.ExitCodeOf(await SeedWorker.RunAsync(
            setup.Value, terminal, TimeProvider.System, DrawSeed, commands, signals.Interrupted).ConfigureAwait(false));
    }

    private static long DrawSeed() => RandomNumberGenerator.GetInt32(int.MaxValue);
}
