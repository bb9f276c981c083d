using Akka.Dispatch;

namespace Akka.TestKit;

/// <summary>Runs actors on the thread that sends them a message: when Tell returns, the message is handled.</summary>
public class CallingThreadDispatcher : MessageDispatcher
{
    /// <summary>Where the dispatcher is configured: <c>akka.test.calling-thread-dispatcher</c>.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2211", Justification = "The official API has a field that is not readonly.")]
    public static new string Id = "akka.test.calling-thread-dispatcher";

    /// <summary>Creates the dispatcher.</summary>
    /// <param name="configurator">Who creates it.</param>
    // A turn without an end: the next one would run inside of it, and after many of them the stack would be full.
    public CallingThreadDispatcher(MessageDispatcherConfigurator configurator)
        : base(configurator) => Throughput = int.MaxValue;

    /// <inheritdoc />
    protected override void ExecuteTask(IRunnable run) => run.Run();

    /// <inheritdoc />
    protected override void Shutdown()
    {
        // It owns no thread that would have to end.
    }
}
