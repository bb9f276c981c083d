using System.Net.Sockets;
using System.Reflection;
using Akka.Configuration;
using Chatroom.Actors;
using Chatroom.Actors.Hocon;

namespace BotNode.Nodes;

/// <summary>Explains why an actor system did not start. Akka's exceptions seldom name the setting, so it is looked for afterwards.</summary>
internal static class StartFailure
{
    /// <summary>Why it did not start, on one line; with file, line and setting if the setting can be found.</summary>
    /// <param name="file">The file of the node's settings.</param>
    /// <param name="error">What the start threw.</param>
    public static string WhyNotStarted(string file, Exception error)
    {
        var message = MessageOf(error, out var cause);
        if (cause is SocketException)
            return $"The actor system does not start: {message}";
        var settings = new List<Setting>();
        if (ReadAkka(file) is { } akka)
            Setting.AddAll(settings, ["akka"], akka);
        var likeliest = settings.Select(setting => (Setting: setting, Score: setting.ScoreFor(message)))
            .Where(scored => scored.Score > 0).OrderByDescending(scored => scored.Score).FirstOrDefault().Setting;
        return likeliest switch
        {
            null => $"{file}: the actor system does not start with these settings: {message}",
            { Default: { } ours } => $"{likeliest.Value.Origin}: {likeliest.Path}: {message.TrimEnd('.')}; Akka's own is {ours}",
            _ => $"{likeliest.Value.Origin}: {likeliest.Path}: {message}",
        };
    }

    /// <summary>The line of a setting that wants TLS although there is no certificate; null if none does.</summary>
    public static string? WantsCertificate(string file, Config settings)
    {
        var tcp = settings.GetConfig("akka.remote.dot-netty.tcp");
        if (tcp is null || !tcp.GetBoolean("enable-ssl") || !string.IsNullOrEmpty(tcp.GetString("ssl.certificate.path")) || tcp.GetBoolean("ssl.certificate.use-thumbprint-over-file"))
            return null;
        var origin = ReadAkka(file)?.Find(["remote", "dot-netty", "tcp", "enable-ssl"])?.Origin.ToString() ?? file;
        return $"{origin}: akka.remote.dot-netty.tcp.enable-ssl: needs a certificate; give one by --tls, which speaks TLS without this setting (docs/tls.md)";
    }

    private static HoconObject? ReadAkka(string file) => HoconFile.Read(file, section =>
    {
        foreach (var key in section.Keys)
            section.Skip(key);
        return section.Object("akka") ?? new HoconObject([], new Source(file, "").At(0));
    }).Value;

    private static string MessageOf(Exception error, out Exception cause)
    {
        while (error is AggregateException or TargetInvocationException or TypeInitializationException && error.InnerException is { } inner)
            error = inner;
        cause = error.InnerException ?? error;
        var message = error.Message;
        if (error is ArgumentException && message.LastIndexOf(" (Parameter '", StringComparison.Ordinal) is > 0 and var parameter && message.AsSpan(0, parameter).ContainsAny('-', '"'))
            message = message[..parameter];
        if (cause != error)
            message = $"{message.Replace(" See InnerException for details.", "", StringComparison.Ordinal)} {cause.Message}";
        return message.ReplaceLineEndings(" ").Trim();
    }
}
