using System.Diagnostics;
using BotNode.Output;

namespace BotNode.Processes;

/// <summary>Starts a program that we talk to over its stdin, stdout and stderr, in UTF-8 for any language of the machine.</summary>
internal static class PipedStart
{
    /// <summary>The start of a program, without its arguments.</summary>
    public static ProcessStartInfo Of(string fileName) => new(fileName)
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardInputEncoding = Terminal.Utf8,
        StandardOutputEncoding = Terminal.Utf8,
        StandardErrorEncoding = Terminal.Utf8,
    };
}
