using System.Globalization;
using System.Text;

namespace Stress.Verbs;

/// <summary>Makes command lines with the files that they name. It names only files in the present folder, and things that can't be written.</summary>
/// <param name="files">What the calls are made from.</param>
/// <param name="takenPort">A port of the loopback interface on which nobody else can listen.</param>
internal sealed class VerbCalls(VerbFiles files, int takenPort)
{
    private static readonly (string Verb, int Weight)[] Verbs =
        [("check", 20), ("verify", 15), ("show", 15), ("replay", 12), ("run", 12), ("seed", 12), ("bot", 8), ("new", 4), ("", 2)];

    private static readonly string[] Texts = ["", " ", "-", "--", "-1", "0", "1", "7", "1000", "2147483648", "x", "forever", "roster", "1ms", "5s", "999999999s", "Felix", "[a]", "@x", "a/b", "\"", "*", "é", "\e[31m", "\u2028", "red", "Red"];
    private static readonly string[] Switches = ["--json", "--digest", "--tls", "--help", "--version", "--frob", "-h", "--"];
    private static readonly string[] OptionsOfText = ["--seed", "--rounds", "--order", "--think", "--name", "--count", "--room", "--repeat", "--patience", "--exec", "--join", "--port"];
    private static readonly string[] OptionsOfFile = ["--personas", "--suggestions", "--resume", "--tls", "--tls-trust", "--transcript", "--save-scenario"];

    /// <summary>The call of a number; the same for the same seed.</summary>
    public VerbCall Make(int seed, int number)
    {
        var random = new Random(unchecked((seed * 486187739) + (number * 16777619)));
        var isTranscript = random.Next(2) == 0;
        var text = isTranscript
            ? TranscriptMutation.Of(Pick(random, files.Transcripts), random)
            : ScenarioMutation.Of(Pick(random, files.Scenarios), random);
        var bytes = Encoded(text, random);
        var mine = isTranscript ? "mine.jsonl" : "mine.conf";
        File.WriteAllBytes(mine, bytes);
        var arguments = Arguments(random, mine);
        return new VerbCall(arguments, $"{mine}: {Encoding.Latin1.GetString(bytes)}", arguments.Contains(VerbCall.PipeName) ? bytes : null);
    }

    private string[] Arguments(Random random, string mine)
    {
        var verb = PickVerb(random);
        var arguments = new List<string> { verb };
        if (verb.Length == 0)
            arguments.Clear();
        var isFree = verb is "check" or "verify";
        for (var named = random.Next(10) switch { 0 => 0, < 9 => 1, _ => isFree ? 3 : 2 }; named > 0; named--)
            arguments.Add(FileName(random, mine));
        var isNode = verb is "run" or "seed" or "bot" or "";
        for (var options = random.Next(isNode ? 4 : 2); options > 0; options--)
            AddOption(arguments, random, mine);
        // A seed node that would listen finds its port taken, and a bot nobody at its address.
        if (verb == "seed" && !arguments.Contains("--port"))
            arguments.AddRange(["--port", takenPort.ToString(CultureInfo.InvariantCulture)]);
        if (verb == "bot" && !arguments.Contains("--join"))
            arguments.AddRange(["--join", "akka.tcp://Chatroom@127.0.0.1:1"]);
        if (verb == "bot" && random.Next(5) > 0)
            arguments.Add("--no-such-option"); // Starting an actor system takes long.
        return [.. arguments];
    }

    private void AddOption(List<string> arguments, Random random, string mine)
    {
        switch (random.Next(5))
        {
            case 0:
                arguments.Add(Pick(random, Switches));
                break;
            case 1 or 2:
                var option = Pick(random, OptionsOfText);
                arguments.Add(option);
                arguments.Add(option == "--port" ? Pick(random, ["-1", "65536", "x", ""]) : option == "--exec" ? Pick(random, ["", " ", "no-such-program-here"]) : Pick(random, Texts));
                break;
            default:
                var ofFile = Pick(random, OptionsOfFile);
                arguments.Add(ofFile);
                // To read them would be to wait for what somebody may print there.
                arguments.Add(ofFile == "--transcript" && random.Next(5) == 0 ? Pick(random, ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"]) : FileName(random, mine));
                break;
        }
    }

    private string FileName(Random random, string mine) => random.Next(10) switch
    {
        < 6 => mine,
        6 => VerbCall.PipeName,
        7 => Pick(random, ["default", "original", .. Texts]),
        _ => Pick(random, files.Kinds),
    };

    private static byte[] Encoded(string text, Random random)
    {
        var bytes = (random.Next(40) switch
        {
            0 => Encoding.Unicode,
            1 => Encoding.Latin1,
            2 => Encoding.BigEndianUnicode,
            _ => Encoding.UTF8,
        }).GetBytes((random.Next(40) == 0 ? "\uFEFF" : "") + text);
        if (bytes.Length > 0 && random.Next(20) == 0)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private static string PickVerb(Random random)
    {
        var left = random.Next(Verbs.Sum(verb => verb.Weight));
        return Verbs.First(verb => (left -= verb.Weight) < 0).Verb;
    }

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
