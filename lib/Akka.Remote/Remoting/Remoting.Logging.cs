using Akka.Event;

namespace Akka.Remote;

/// <summary>What is logged, and how often: strangers do not fill the log.</summary>
internal sealed partial class Remoting
{
    private void Publish(RemotingLifecycleEvent happened)
    {
        System.EventStream.Publish(happened);
        var level = happened.LogLevel();
        if (!IsLogged(level))
            return;
        if (level == LogLevel.WarningLevel)
            _warnings.Add(happened.ToString()!, static count => $"{count} more such events of remoting were not logged");
        else
            Log.Log(level, null!, happened.ToString()!);
    }

    private bool IsLogged(LogLevel level) => _settings.RemoteLifecycleEventsLogLevel switch
    {
        "OFF" or "FALSE" => false,
        "ERROR" => level >= LogLevel.ErrorLevel,
        "WARNING" => level >= LogLevel.WarningLevel,
        "INFO" => level >= LogLevel.InfoLevel,
        _ => true,
    };
}
