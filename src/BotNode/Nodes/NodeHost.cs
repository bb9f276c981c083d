using BotNode.Output;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BotNode.Nodes;

/// <summary>
/// The process around a node: logs to stderr, and says when to stop. A node that somebody started by hand stops at Ctrl-C
/// or SIGTERM; one that `run` drives stops when `run` says so or is gone; and any when nothing can be printed any more.
/// </summary>
internal sealed class NodeHost : IAsyncDisposable
{
    private readonly IHost _host;

    private readonly CancellationTokenRegistration _stdoutLost;

    private NodeHost(IHost host, CancellationToken stdoutLost)
    {
        _host = host;
        _stdoutLost = stdoutLost.Register(host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication);
    }

    /// <summary>Makes loggers that write to stderr.</summary>
    public ILoggerFactory Loggers => _host.Services.GetRequiredService<ILoggerFactory>();

    /// <summary>Cancelled when the node shall stop.</summary>
    public CancellationToken Stopping => _host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;

    /// <summary>Starts listening for what stops the node.</summary>
    /// <param name="terminal">Takes the logs; when its stdout is lost, the node stops.</param>
    /// <param name="driver">What drives this node over its stdin; null for one started by hand.</param>
    public static async Task<NodeHost> StartAsync(Terminal terminal, Driver? driver)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddProvider(new StderrLoggerProvider(terminal.Error));
        if (driver is not null)
            builder.Services.AddSingleton<IHostLifetime>(driver);
        var host = builder.Build();
        await host.StartAsync().ConfigureAwait(false);
        return new NodeHost(host, terminal.Out.Lost);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stdoutLost.DisposeAsync().ConfigureAwait(false);
        await _host.StopAsync().ConfigureAwait(false);
        _host.Dispose();
    }
}
