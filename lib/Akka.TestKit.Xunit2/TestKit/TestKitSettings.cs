using Akka.Actor;
using Akka.Configuration;

namespace Akka.TestKit;

/// <summary>The settings under <c>akka.test</c>.</summary>
public class TestKitSettings : IExtension
{
    /// <summary>Reads the settings.</summary>
    /// <param name="config">The system's configuration, with <c>akka.test</c> in it.</param>
    /// <exception cref="ConfigurationException">The configuration has no <c>akka.test</c>, or its time factor is not above 0.</exception>
    public TestKitSettings(Config config)
    {
        var test = config.GetConfig("akka.test");
        if (test is null || test.IsEmpty)
            throw new ConfigurationException("The configuration has no section akka.test: use TestKitBase.DefaultConfig as its fallback.");

        DefaultTimeout = test.GetTimeSpan("default-timeout", allowInfinite: false);
        SingleExpectDefault = test.GetTimeSpan("single-expect-default", allowInfinite: false);
        TestEventFilterLeeway = test.GetTimeSpan("filter-leeway", allowInfinite: false);
        TestTimeFactor = test.GetDouble("timefactor");
        if (TestTimeFactor <= 0)
            throw new ConfigurationException($"akka.test.timefactor is {TestTimeFactor}, but must be above 0.");
    }

    /// <summary>How long latches and barriers wait unless told otherwise.</summary>
    /// <value><c>akka.test.default-timeout</c>, 5 s</value>
    public TimeSpan DefaultTimeout { get; }

    /// <summary>How long an expectation outside of <c>Within</c> waits unless told otherwise.</summary>
    /// <value><c>akka.test.single-expect-default</c>, 3 s</value>
    public TimeSpan SingleExpectDefault { get; }

    /// <summary>How long an <c>EventFilter</c> waits for log events after the tested block has ended.</summary>
    /// <value><c>akka.test.filter-leeway</c>, 3 s</value>
    public TimeSpan TestEventFilterLeeway { get; }

    /// <summary>What durations are multiplied with, to give slow machines more time.</summary>
    /// <value><c>akka.test.timefactor</c>, 1.0</value>
    public double TestTimeFactor { get; }
}
