using Akka.Configuration;
using Akka.TestKit.TestActors;
using Xunit.Abstractions;

namespace Akka.TestKit.Xunit2.Tests;

public sealed class LifeCycleTests
{
    [Fact]
    public void Disposing_ends_the_actor_system()
    {
        var kit = new TestKit();

        kit.Dispose();

        Assert.True(kit.Sys.WhenTerminated.IsCompleted);
    }

    [Fact]
    public void A_new_system_is_named_test_unless_told_otherwise()
    {
        using var kit = new TestKit();
        using var named = new TestKit(Config.Empty, "other");

        Assert.Equal("test", kit.Sys.Name);
        Assert.Equal("other", named.Sys.Name);
    }

    [Fact]
    public void The_given_configuration_comes_before_the_default()
    {
        using var kit = new TestKit("akka.test.single-expect-default = 7s");

        Assert.Equal(TimeSpan.FromSeconds(7), kit.TestKitSettings.SingleExpectDefault);
        Assert.Equal(TimeSpan.FromSeconds(5), kit.TestKitSettings.DefaultTimeout);
    }

    [Fact]
    public void The_defaults_are_those_of_the_manual()
    {
        using var kit = new TestKit();

        Assert.Equal(TimeSpan.FromSeconds(3), kit.TestKitSettings.SingleExpectDefault);
        Assert.Equal(TimeSpan.FromSeconds(3), kit.TestKitSettings.TestEventFilterLeeway);
        Assert.Equal(1.0, kit.TestKitSettings.TestTimeFactor);
    }

    [Fact]
    public void Durations_are_stretched_by_the_time_factor()
    {
        using var kit = new TestKit("akka.test.timefactor = 2.5");

        Assert.Equal(TimeSpan.FromSeconds(5), kit.Dilated(TimeSpan.FromSeconds(2)));
        Assert.Equal(TimeSpan.FromSeconds(7.5), kit.RemainingOrDefault);
    }

    [Fact]
    public void A_TestKit_can_join_a_system_that_exists()
    {
        using var first = new TestKit(PatientTestKit.Patience);
        var second = new TestKit(first.Sys);

        second.TestActor.Tell("hello", first.TestActor);

        second.ExpectMsgFrom(first.TestActor, "hello");
    }

    [Fact]
    public void Shutdown_can_verify_that_the_system_ended()
    {
        using var kit = new TestKit();

        kit.Shutdown(TimeSpan.FromSeconds(10), verifySystemShutdown: true);

        Assert.True(kit.Sys.WhenTerminated.IsCompletedSuccessfully);
    }

    [Fact]
    public void Log_events_are_written_to_the_output_of_the_test()
    {
        var output = new Lines();
        using var kit = new TestKit("akka.loglevel = INFO", output);

        // The logger may still be starting, and hears only what comes later.
        kit.AwaitCondition(
            () =>
            {
                kit.Log.Info("for the output");
                return output.Any("for the output");
            },
            TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void AfterAll_is_called_once()
    {
        var kit = new CountingKit();

        kit.Dispose();
        kit.Dispose();

        Assert.Equal(1, kit.Ends);
    }

    [Fact]
    public void The_test_actor_is_the_sender_of_what_the_test_tells()
    {
        using var kit = new TestKit(PatientTestKit.Patience);

        kit.Sys.ActorOf(SimpleEchoActor.Props()).Tell("hello");

        kit.ExpectMsg("hello");
    }

    [Fact]
    public async Task The_test_actor_is_the_sender_after_an_await_too()
    {
        using var kit = new TestKit(PatientTestKit.Patience);
        var echo = kit.Sys.ActorOf(SimpleEchoActor.Props());

        await Task.Yield();
        echo.Tell("hello");

        kit.ExpectMsg("hello");
    }

    [Fact]
    public void Without_an_implicit_sender_nobody_is()
    {
        using var kit = new SilentKit();
        var probe = kit.CreateTestProbe();

        probe.Ref.Tell("hello");

        probe.ExpectMsg("hello");
        Assert.NotEqual(kit.TestActor, probe.Sender);
    }

    [Fact]
    public void Actors_are_created_and_selected_through_the_TestKit()
    {
        using var kit = new TestKit(PatientTestKit.Patience);
        var parent = kit.ActorOf(() => new ForwardActor(kit.TestActor), "forwarder");

        kit.ActorSelection("/user/forwarder").Tell("hello", kit.TestActor);
        kit.ExpectMsg("hello");
        kit.ActorSelection(parent, "../forwarder").Tell("again", kit.TestActor);

        kit.ExpectMsg("again");
    }

    private sealed class CountingKit : TestKit
    {
        public int Ends { get; private set; }

        protected override void AfterAll()
        {
            Ends++;
            base.AfterAll();
        }
    }

    private sealed class SilentKit : TestKit, INoImplicitSender;

    private sealed class Lines : ITestOutputHelper
    {
        private readonly List<string> _lines = [];

        public bool Any(string part)
        {
            lock (_lines) return _lines.Exists(line => line.Contains(part, StringComparison.Ordinal));
        }

        public void WriteLine(string message)
        {
            lock (_lines) _lines.Add(message);
        }

        public void WriteLine(string format, params object[] args) =>
            WriteLine(string.Format(System.Globalization.CultureInfo.InvariantCulture, format, args));
    }
}
