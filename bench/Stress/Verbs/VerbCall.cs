using BotNode.Tests.Programs;

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
    public FullPipe? OpenPipe() => Piped is null ? null : new FullPipe(Piped[..Math.Min(Piped.Length, MostInAPipe)]);

    /// <summary>The arguments with the name of a pipe in them, if there is one.</summary>
    public string[] ArgumentsWith(FullPipe? pipe) => Array.ConvertAll(Arguments, argument => argument == PipeName && pipe is not null ? pipe.Name : argument);
}
