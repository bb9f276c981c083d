using System.Globalization;
using System.IO.Pipes;

namespace BotNode.Tests.Programs;

/// <summary>A pipe that holds a few bytes, as a shell makes it for a process substitution. Linux.</summary>
internal sealed class FullPipe : IDisposable
{
    private readonly AnonymousPipeServerStream _in = new(PipeDirection.Out);
    private readonly AnonymousPipeClientStream _out;

    public FullPipe(byte[] content)
    {
        _out = new AnonymousPipeClientStream(PipeDirection.In, _in.ClientSafePipeHandle);
        _in.Write(content);
        _in.Dispose();
    }

    public string Name => string.Create(CultureInfo.InvariantCulture, $"/dev/fd/{_out.SafePipeHandle.DangerousGetHandle()}");

    public void Dispose() => _out.Dispose();
}
