using System.Diagnostics;
using System.Globalization;
using Stress.Conversations;

namespace Stress.Strangers;

/// <summary>A seed node in a process of its own, with a room that waits for four bots.</summary>
internal sealed class SeedNode : IAsyncDisposable
{
    private static readonly TimeSpan ConversationLimit = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly string _scenario;
    private readonly string _address;
    private readonly string[] _secured;
    private readonly Task<string> _errors;
    private readonly Task<string> _output;

    private SeedNode(Process process, string scenario, string address, string[] secured, Certificates? certificates)
    {
        (_process, _scenario, _address, _secured) = (process, scenario, address, secured);
        _errors = process.StandardError.ReadToEndAsync();
        _output = process.StandardOutput.ReadToEndAsync();
        Target = new Target(int.Parse(address.AsSpan(address.LastIndexOf(':') + 1), CultureInfo.InvariantCulture), certificates?.Own, certificates?.Trust);
        Memory = new Memory(process.Id);
    }

    /// <summary>Where it is called.</summary>
    public Target Target { get; }

    /// <summary>Its memory.</summary>
    public Memory Memory { get; }

    /// <summary>How many files and connections it has open.</summary>
    public int Handles => Directory.GetFiles(string.Create(CultureInfo.InvariantCulture, $"/proc/{_process.Id}/fd")).Length;

    /// <summary>Starts it.</summary>
    /// <param name="certificates">For TLS; null for none.</param>
    public static async Task<SeedNode> StartAsync(Certificates? certificates)
    {
        var scenario = Path.GetTempFileName();
        await File.WriteAllTextAsync(scenario, """
            include "personas.conf"
            include "suggestions.conf"
            roster = [Marija, Felix, Madelen, Rateb]
            room.join-timeout = 1 h
            """).ConfigureAwait(false);
        string[] secured = certificates is null ? [] : ["--tls", certificates.Node, "--tls-trust", certificates.Trusted];
        var process = BotNodeProgram.Start(["seed", scenario, "--port", "0", .. secured]);
        var address = await process.StandardOutput.ReadLineAsync().ConfigureAwait(false)
            ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync().ConfigureAwait(false));
        return new SeedNode(process, scenario, address, secured, certificates);
    }

    /// <summary>Waits until something is so, but not for ever.</summary>
    public static async Task UntilAsync(Func<bool> condition, TimeSpan limit)
    {
        var begin = TimeProvider.System.GetTimestamp();
        while (!condition() && TimeProvider.System.GetElapsedTime(begin) < limit)
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System).ConfigureAwait(false);
    }

    /// <summary>A good peer begins to ask the room who it is, again and again.</summary>
    public Asking AskAsync() => new(Target);

    /// <summary>Four bots have their conversation, and everybody ends.</summary>
    public async Task ConverseAsync(string what, Findings findings)
    {
        var (exitCode, _, botErrors) = await BotNodeProgram.RunAsync(ConversationLimit, ["bot", _scenario, "--join", _address, "--count", "4", .. _secured]).ConfigureAwait(false);
        int? own = null;
        try
        {
            await _process.WaitForExitAsync().WaitAsync(ConversationLimit, TimeProvider.System).ConfigureAwait(false);
            own = _process.ExitCode;
        }
        catch (TimeoutException)
        {
            _process.Kill();
        }

        await _output.ConfigureAwait(false);
        var said = await _errors.ConfigureAwait(false);
        findings.Check($"{what}lines of the node's log", said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, atMost: 100);
        findings.CheckExactly($"{what}nodes that ended a conversation with 0 afterwards", (exitCode == 0 ? 1 : 0) + (own == 0 ? 1 : 0), 2);
        if (exitCode != 0 || own != 0)
            await Console.Error.WriteLineAsync($"{botErrors}\n{said}").ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await Memory.DisposeAsync().ConfigureAwait(false);
        _process.Dispose();
        File.Delete(_scenario);
    }
}
