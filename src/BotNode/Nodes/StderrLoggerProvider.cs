using Microsoft.Extensions.Logging;

namespace BotNode.Nodes;

/// <summary>Writes what a node logs to stderr, a line an entry: level, source, message.</summary>
internal sealed class StderrLoggerProvider(TextWriter error) : ILoggerProvider
{
    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName) => new StderrLogger(error, categoryName);

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private sealed class StderrLogger(TextWriter error, string source) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var cause = exception is null ? "" : $" {exception.GetType().Name}: {exception.Message}";
            var entry = $"[{logLevel}] {source}: {formatter(state, exception)}{cause}";
            error.WriteLine(entry.ReplaceLineEndings(" "));
        }
    }
}
