using System.Text;
using BotNode.CommandLine;
using BotNode.Tests.Programs;

namespace BotNode.Tests;

/// <summary>What goes over the network between a seed node and its bots, as who sits between them sees it.</summary>
public sealed class TlsCaptureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ThrowAwayCertificates _certificates = ThrowAwayCertificates.Create(TimeProvider.System).Value!;

    public void Dispose()
    {
        _certificates.Dispose();
        _folder.Dispose();
    }

    [LinuxFact]
    public async Task Without_TLS_the_conversation_can_be_read() =>
        Assert.All(await Converse(), word => Assert.True(word.IsInCapture, word.Text));

    [LinuxFact]
    public async Task With_TLS_no_word_of_it_can_be_read() =>
        Assert.All(
            await Converse("--tls", _certificates.Options.Certificate, "--tls-trust", _certificates.Options.Trust!),
            word => Assert.False(word.IsInCapture, word.Text));

    /// <summary>Has a conversation over a relay; tells of all that was said, and of what Akka says, whether the relay has seen it.</summary>
    private async Task<List<(string Text, bool IsInCapture)>> Converse(params string[] tls)
    {
        await using var relay = new CapturingProxy();
        var duo = _folder.With("duo.conf", """
            include "personas.conf"
            include "suggestions.conf"
            roster = [Felix, Marija]
            """);
        await using var seed = RunningProgram.StartCopy(ProgramKnownAs(relay.Port), ["seed", duo, "--port", $"{relay.Target}", .. tls]);
        var address = await seed.LineAsync(line => line.EndsWith($"://Chatroom@127.0.0.1:{relay.Port}", StringComparison.Ordinal));
        await using var felix = RunningProgram.Start(["bot", duo, "--join", address, "--name", "Felix", .. tls]);
        await using var marija = RunningProgram.Start(["bot", duo, "--join", address, "--name", "Marija", .. tls]);

        await felix.EndsQuietlyAsync(0);
        await marija.EndsQuietlyAsync(0);
        var said = felix.OutputLines.Where(line => line.Split(':')[0] is "Host" or "Felix" or "Marija").Select(line => line[(line.IndexOf(':') + 2)..]).ToList();
        Assert.Equal(3, said.Count);
        var captured = relay.Captured;
        Assert.NotEmpty(captured);
        return [.. said.Append("Chatroom").Append("/user/chatroom").Append("akka.").Append("Marija")
            .Select(text => (text, captured.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0))];
    }

    /// <summary>A copy of the program whose seed nodes say that they have another port, as behind a router; the user edits seed.conf for that.</summary>
    private string ProgramKnownAs(int port)
    {
        var copy = _folder.File("program");
        File.AppendAllText(Path.Combine(RunningProgram.CopyTo(copy), "seed.conf"), $"\nakka.remote.dot-netty.tcp.public-port = {port}\n");
        return copy;
    }
}
