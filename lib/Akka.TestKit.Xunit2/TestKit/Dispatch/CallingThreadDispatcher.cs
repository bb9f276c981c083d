using Akka.Dispatch;

namespace Akka.TestKit;

/// <summary>Runs actors on the thread that sends them a message: when Tell returns, the message is handled.</summary>
/// <param name="configurator">Who created the dispatcher.</param>
public class CallingThreadDispatcher(MessageDispatcherConfigurator configurator) : MessageDispatcher(configurator)
{
    /// <summary>Where the dispatcher is configured: <c>akka.test.calling-thread-dispatcher</c>.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2211", Justification = "The official API has a field that is not readonly.")]
    public static new string Id = "akka.test.calling-thread-dispatcher";

    /// <inheritdoc />
    protected override void ExecuteTask(IRunnable run) => run.Run();

    /// <inheritdoc />
    protected override void Shutdown()
    {
        // It owns no thread that would have to end.
    }
}
