using System.Globalization;
using System.IO.Pipes;

namespace Stress.Verbs;

/// <summary>A command line, and the file that was made for it.</summary>
/// <param name="Arguments">The verb and its arguments.</param>
/// <param name="File">What the file holds, to be read by people.</param>
/// <param name="Piped">What comes out of the pipe in the place of <see cref="PipeName"/>; null if there is none.</param>
internal sealed record VerbCall(string[] Arguments, string File, byte[]? Piped)
{
    /// <summary>Stands for the name of a pipe.</summary>
    public const string PipeName = "PIPE";

    // What a pipe takes without a reader.
    private const int MostInAPipe = 60_000;

    /// <summary>A pipe as a shell makes it for a process substitution; null if the call has none.</summary>
    public FullPipe? OpenPipe() => Piped is null ? null : new FullPipe(Piped.AsSpan(0, Math.Min(Piped.Length, MostInAPipe)));

    /// <summary>A pipe that holds all that will come.</summary>
    internal sealed class FullPipe : IDisposable
    {
        private readonly AnonymousPipeServerStream _in = new(PipeDirection.Out);
        private readonly AnonymousPipeClientStream _out;

        public FullPipe(ReadOnlySpan<byte> content)
        {
            _out = new AnonymousPipeClientStream(PipeDirection.In, _in.ClientSafePipeHandle);
            _in.Write(content);
            _in.Dispose();
        }

        /// <summary>The arguments with its name in them.</summary>
        public string[] In(string[] arguments)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"/dev/fd/{_out.SafePipeHandle.DangerousGetHandle()}");
            return Array.ConvertAll(arguments, argument => argument == PipeName ? name : argument);
        }

        public void Dispose() => _out.Dispose();
    }
}
