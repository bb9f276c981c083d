using Akka.Configuration;
using Akka.Dispatch;

namespace Akka.TestKit;

/// <summary>Creates the <see cref="CallingThreadDispatcher"/> that the configuration names.</summary>
public class CallingThreadDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly CallingThreadDispatcher _dispatcher;

    /// <summary>Creates the configurator and its dispatcher.</summary>
    /// <param name="config">The dispatcher's section.</param>
    /// <param name="prerequisites">What the actor system offers to dispatchers.</param>
    public CallingThreadDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites) => _dispatcher = new CallingThreadDispatcher(this);

    /// <inheritdoc />
    public override MessageDispatcher Dispatcher() => _dispatcher;
}
