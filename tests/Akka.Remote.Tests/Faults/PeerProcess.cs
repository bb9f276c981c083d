using System.Diagnostics;
using Akka.Actor;

namespace Akka.Remote.Tests;

/// <summary>A node in a process of its own, gone with the test at the latest.</summary>
public sealed class PeerProcess : IDisposable
{
    private readonly Process _process;

    private PeerProcess(Process process, Address address, int uid)
    {
        _process = process;
        Address = address;
        Uid = uid;
    }

    public Address Address { get; }

    public int Uid { get; }

    /// <summary>Starts one with actors echo-0, echo-1 and so on.</summary>
    public static async Task<PeerProcess> Start(int port, int actors)
    {
        var executable = Environment.ProcessPath ?? "dotnet";
        var dotnet = Path.GetFileNameWithoutExtension(executable) == "dotnet" ? executable : "dotnet";
        var start = new ProcessStartInfo(dotnet, ["exec", typeof(PeerProcess).Assembly.Location, "peer", $"{port}", $"{actors}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        try
        {
            if (await process.StandardOutput.ReadLineAsync().WaitAsync(Recorder.Limit) is not { } line)
                throw new InvalidOperationException($"The peer did not start: {await process.StandardError.ReadToEndAsync()}");
            var words = line.Split(' ');
            return new PeerProcess(process, Address.Parse(words[0]), int.Parse(words[1]));
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>Ends it as <c>kill -9</c> does; done when it is gone.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(Recorder.Limit);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
