using System.Text;
using Chatroom.Actors;

namespace BotNode.Output;

/// <summary>The streams of a verb: answers on <see cref="Out"/>, logs and errors on <see cref="Error"/>.</summary>
/// <param name="In">What the caller types or pipes in.</param>
/// <param name="Out">Takes the answers.</param>
/// <param name="Error">Takes logs and errors.</param>
/// <param name="IsColoured">Whether <see cref="Out"/> is a terminal that shows colours.</param>
internal sealed record Terminal(TextReader In, LastingWriter Out, LastingWriter Error, bool IsColoured)
{
    /// <summary>The encoding of pipes and files in any language of the machine: transcripts are UTF-8, and nodes understand each other.</summary>
    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The terminal of this process. Colours are off when stdout is redirected, and when NO_COLOR or TERM=dumb is set.</summary>
    public static Terminal OfThisProcess()
    {
        var output = new LastingWriter(Console.IsOutputRedirected ? WriterOf(Console.OpenStandardOutput()) : Console.Out);
        if (Console.IsOutputRedirected)
            StdoutWatch.Start(output.Lose);
        var isColoured = !Console.IsOutputRedirected
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb";
        var input = Console.IsInputRedirected ? TextReader.Synchronized(new StreamReader(Console.OpenStandardInput(), Utf8)) : Console.In;
        var errors = new LastingWriter(Console.IsErrorRedirected ? WriterOf(Console.OpenStandardError()) : Console.Error);
        return new Terminal(input, output, errors, isColoured);
    }

    /// <summary>Prints a name and its value on one line; the values are aligned.</summary>
    public void WriteFact(string name, string value) => Out.WriteLine($"{name,-10}{VisibleText.Of(value)}");

    /// <summary>Prints a line of <see cref="Painter"/>, with its colours.</summary>
    public void WritePainted(string line) => Out.Write(line + Out.NewLine);

    /// <summary>Says on stderr why it could not run.</summary>
    /// <param name="problem">One line: what, where, what to do.</param>
    /// <returns><see cref="ExitCode.CouldNotRun"/>.</returns>
    public int CouldNotRun(string problem) => Say(problem, ExitCode.CouldNotRun);

    /// <summary>Says on stderr why it could not run.</summary>
    /// <param name="problems">Each one line.</param>
    /// <returns><see cref="ExitCode.CouldNotRun"/>.</returns>
    public int CouldNotRun(IEnumerable<string> problems)
    {
        foreach (var problem in problems)
            CouldNotRun(problem);
        return ExitCode.CouldNotRun;
    }

    /// <summary>Says on stderr how the outcome differs from what was expected.</summary>
    /// <param name="reason">One line.</param>
    /// <returns><see cref="ExitCode.NotAsExpected"/>.</returns>
    public int NotAsExpected(string reason) => Say(reason, ExitCode.NotAsExpected);

    /// <summary>Says on stderr how the outcome differs from what was expected.</summary>
    /// <param name="lines">The reason, and what shows it.</param>
    /// <returns><see cref="ExitCode.NotAsExpected"/>.</returns>
    public int NotAsExpected(IReadOnlyList<string> lines)
    {
        NotAsExpected(lines[0]);
        foreach (var line in lines.Skip(1))
            Error.WriteLine(OneLine(line));
        return ExitCode.NotAsExpected;
    }

    /// <summary>The text without control characters: the name of a file may hold any.</summary>
    public static string OneLine(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;

    /// <summary>The exit code of a verb that has ended, or another one if its output did not arrive.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int ExitCodeOf(int verb) => Out switch
    {
        // A terminal that was closed takes no output either, and that is no other problem.
        { Problem: { } problem } when verb != ExitCode.HungUp => CouldNotRun($"Can't write to stdout: {problem}"),
        { Lost.IsCancellationRequested: true } when verb == ExitCode.Interrupted => ExitCode.NobodyReads,
        _ => verb,
    };

    private static TextWriter WriterOf(Stream stream) => TextWriter.Synchronized(new StreamWriter(stream, Utf8) { AutoFlush = true });

    private int Say(string line, int exitCode)
    {
        Error.WriteLine($"botnode: {OneLine(line)}");
        return exitCode;
    }
}
