using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BotNode.CommandLine;
using BotNode.Tests.Programs;
using BotNode.Tls;

namespace BotNode.Tests;

/// <summary>A seed node and bot nodes with certificates, started one by one as a person does it.</summary>
public sealed class TlsByHandTests : IDisposable
{
    private const string Password = "correct horse";

    private readonly TemporaryFolder _folder = new();
    private readonly ThrowAwayCertificates _certificates = ThrowAwayCertificates.Create(TimeProvider.System).Value!;
    private readonly string _duo;

    public TlsByHandTests() => _duo = _folder.With("duo.conf", """
        include "personas.conf"
        include "suggestions.conf"
        roster = [Felix, Marija]
        room.join-timeout = 10 minutes
        """);

    public void Dispose()
    {
        _certificates.Dispose();
        _folder.Dispose();
    }

    [LinuxFact]
    public async Task Who_has_a_certificate_joins_and_who_has_none_or_a_wrong_one_is_told_why()
    {
        await using var seed = Node("seed", _duo, "--port", "0");
        var address = await AddressOf(seed);
        using var others = ThrowAwayCertificates.Create(TimeProvider.System).Value!;

        await using var bare = RunningProgram.Start("bot", "--join", address);
        await FailsWith(bare, $"The room at {address} speaks TLS, and this bot does not: give it a certificate with --tls");
        await using var plain = RunningProgram.Start("bot", "--join", address.Replace(".ssl", "", StringComparison.Ordinal));
        await FailsWith(plain, "the other side speaks TLS, and this node does not", $"Give this bot --tls and --tls-trust, and join {address}.");
        await using var mistaken = Node("bot", "--join", address.Replace(".ssl", "", StringComparison.Ordinal));
        await FailsWith(mistaken, $"If the seed node has --tls, join {address};");
        await using var stranger = RunningProgram.Start("bot", "--join", address, "--tls", others.Options.Certificate, "--tls-trust", _certificates.Options.Trust!);
        await FailsWith(stranger, "as a node does that refuses our certificate [CN=SocketBots node for one run]");
        await using var distrustful = RunningProgram.Start("bot", "--join", address, "--tls", _certificates.Options.Certificate, "--tls-trust", others.Options.Trust!);
        await FailsWith(distrustful, "nobody who is trusted here has signed it");

        await using var felix = Node("bot", _duo, "--join", address, "--name", "Felix");
        await using var marija = RunningProgram.StartInShell(
            $"{TlsOptionNames.Password}='{Password}' exec {RunningProgram.InShell}",
            "bot", _duo, "--join", address, "--name", "Marija", "--tls", Pfx(), "--tls-trust", _certificates.Options.Trust!);
        await felix.EndsQuietlyAsync(0);
        await marija.EndsQuietlyAsync(0);
        Assert.Equal(0, await seed.ExitAsync());
        Assert.Contains(seed.ErrorLines, line => line.Contains("does not speak TLS, and this node does", StringComparison.Ordinal));
        Assert.Contains(seed.ErrorLines, line => line.Contains("nobody who is trusted here has signed it", StringComparison.Ordinal));
        Assert.All(seed.ErrorLines, line => Assert.StartsWith("[Warning] Chatroom: ", line, StringComparison.Ordinal));
    }

    [LinuxFact]
    public async Task A_bot_with_TLS_does_not_join_a_room_without()
    {
        await using var seed = RunningProgram.Start("seed", "--port", "0");
        var address = await seed.LineAsync(line => line.StartsWith("akka.tcp://Chatroom@", StringComparison.Ordinal));

        await using var felix = Node("bot", "--join", address);
        await FailsWith(felix, $"This bot speaks TLS, and by its address the room at {address} does not.", "start it with --tls, or leave that out here");
        await using var liar = Node("bot", "--join", address.Replace("akka.", "akka.ssl.", StringComparison.Ordinal));
        await FailsWith(liar, "the other side closes the connection without a word of TLS");
    }

    [LinuxFact]
    public async Task A_bot_with_TLS_finds_a_seed_node_again_that_was_killed_and_comes_back()
    {
        var path = _folder.File("talk.jsonl");
        using var port = new ReservedPort();
        await using var killed = Node("seed", _duo, "--port", $"{port.Number}", "--transcript", path);
        var address = await AddressOf(killed);
        await using var felix = Node("bot", _duo, "--join", address, "--name", "Felix");
        await felix.LineAsync(line => line == "Felix has joined the chatroom");

        killed.KillHard();
        await felix.ErrorLineAsync(line => line.EndsWith("is lost; looking for it for 60 s.", StringComparison.Ordinal));
        await using var resumed = Node("seed", _duo, "--resume", path, "--port", $"{port.Number}");

        await felix.ErrorLineAsync(line => line == "botnode: The room is there again.");
        await using var marija = Node("bot", _duo, "--join", address, "--name", "Marija");
        await marija.EndsQuietlyAsync(0);
        Assert.Equal(0, await felix.ExitAsync());
        Assert.Equal(0, await resumed.ExitAsync());
    }

    [LinuxFact]
    public async Task A_bot_that_has_TLS_by_its_settings_is_not_told_that_it_has_none()
    {
        await using var seed = Node("seed", _duo, "--port", "0");
        var address = await AddressOf(seed);
        using var others = ThrowAwayCertificates.Create(TimeProvider.System).Value!;
        var copy = _folder.File("program");
        await File.AppendAllTextAsync(Path.Combine(RunningProgram.CopyTo(copy), "bot.conf"), $$"""

            akka.remote.dot-netty.tcp {
              enable-ssl = on
              ssl.certificate { path = "{{Pfx(others)}}", password = "{{Password}}" }
            }
            """);

        await using var felix = RunningProgram.StartCopy(copy, "bot", "--join", address);

        Assert.Equal(2, await felix.ExitAsync());
        Assert.StartsWith($"botnode: No room at {address}: its actor system has ended by itself", felix.ErrorLines[^1], StringComparison.Ordinal);
    }

    [LinuxFact]
    public async Task A_password_that_is_missing_is_told_with_the_place_where_it_goes()
    {
        await using var seed = RunningProgram.Start("seed", "--port", "0", "--tls", Pfx());

        await FailsWith(seed, "it can't be opened without a password", TlsOptionNames.Password);
    }

    private static async Task FailsWith(RunningProgram program, params string[] words)
    {
        Assert.Equal(2, await program.ExitAsync());
        var line = Assert.Single(program.ErrorLines);
        foreach (var word in words)
            Assert.Contains(word, line, StringComparison.Ordinal);
    }

    private RunningProgram Node(params string[] arguments) => RunningProgram.Start(
        [.. arguments, "--tls", _certificates.Options.Certificate, "--tls-trust", _certificates.Options.Trust!]);

    private static Task<string> AddressOf(RunningProgram seed) =>
        seed.LineAsync(line => line.StartsWith("akka.ssl.tcp://Chatroom@", StringComparison.Ordinal));

    private string Pfx(ThrowAwayCertificates? of = null)
    {
        using var certificate = X509Certificate2.CreateFromPemFile((of ?? _certificates).Options.Certificate);
        var file = _folder.File("node.pfx");
        File.WriteAllBytes(file, certificate.ExportPkcs12(
            new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000), Password));
        return file;
    }
}
