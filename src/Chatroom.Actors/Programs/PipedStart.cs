using System.Diagnostics;
using System.Text;

namespace Chatroom.Actors;

/// <summary>Starts a program that we talk to over its stdin, stdout and stderr, in UTF-8 for any language of the machine.</summary>
internal static class PipedStart
{
    /// <summary>Without a mark at its beginning.</summary>
    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The start of a program, without its arguments.</summary>
    public static ProcessStartInfo Of(string fileName) => new(fileName)
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardInputEncoding = Utf8,
        StandardOutputEncoding = Utf8,
        StandardErrorEncoding = Utf8,
    };
}
