using Akka.TestKit.TestActors;
using Xunit.Sdk;

namespace Akka.TestKit.Xunit2.Tests;

public sealed class EventFilterTests() : PatientTestKit("akka.loglevel = DEBUG")
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(200);

    [Fact]
    public void An_expected_event_passes() =>
        EventFilter.Warning("careful").ExpectOne(() => Log.Warning("careful"));

    [Fact]
    public void An_event_that_does_not_come_fails() =>
        Assert.ThrowsAny<XunitException>(() => EventFilter.Warning("careful").ExpectOne(Short, () => Log.Info("careful")));

    [Fact]
    public void More_events_than_expected_fail() =>
        Assert.ThrowsAny<XunitException>(() => EventFilter.Info("twice").Expect(1, Short, () =>
        {
            // The listener handles messages in order, so that after the debug event it has seen both.
            EventFilter.Debug("seen").ExpectOne(() =>
            {
                Log.Info("twice");
                Log.Info("twice");
                Log.Debug("seen");
            });
        }));

    [Fact]
    public void No_event_expected_passes_when_none_comes()
    {
        EventFilter.Error().Expect(0, Short, () => Log.Warning("careful"));
        Assert.ThrowsAny<XunitException>(() => EventFilter.Error().Expect(0, TimeSpan.FromSeconds(30), () => Log.Error("bad")));
    }

    [Fact]
    public void Start_contains_and_pattern_pick_messages()
    {
        EventFilter.Info(start: "one").ExpectOne(() => Log.Info("one two three"));
        EventFilter.Info(contains: "two").ExpectOne(() => Log.Info("one two three"));
        EventFilter.Info(new System.Text.RegularExpressions.Regex("t.o", default, TimeSpan.FromSeconds(1))).ExpectOne(() => Log.Info("one two three"));
    }

    [Fact]
    public void An_exception_is_picked_by_its_type()
    {
        EventFilter.Exception<InvalidOperationException>().ExpectOne(() => Log.Error(new InvalidOperationException("bad"), "failed"));
        Assert.ThrowsAny<XunitException>(() =>
            EventFilter.Exception<ArgumentException>().ExpectOne(Short, () => Log.Error(new InvalidOperationException("bad"), "failed")));
    }

    [Fact]
    public void An_exception_that_an_actor_throws_is_picked_with_its_source()
    {
        var actor = Sys.ActorOf(Props.Create(() => new ThrowingActor()), "thrower");

        EventFilter.Exception<InvalidOperationException>("bad", source: actor.Path.ToString()).ExpectOne(() => actor.Tell("throw"));
    }

    [Fact]
    public void A_dead_letter_is_picked_by_its_type()
    {
        var actor = Watch(Sys.ActorOf(BlackHoleActor.Props));
        Sys.Stop(actor);
        ExpectTerminated(actor);

        EventFilter.DeadLetter<string>(text => text == "lost").ExpectOne(() => actor.Tell("lost"));
    }

    [Fact]
    public void A_custom_filter_sees_the_event() =>
        EventFilter.Custom<Warning>(warning => Equals(warning.Message?.ToString(), "careful")).ExpectOne(() => Log.Warning("careful"));

    [Fact]
    public void And_counts_what_either_filter_picks() =>
        EventFilter.Info("a").And.Warning("b").Expect(2, () =>
        {
            Log.Info("a");
            Log.Warning("b");
        });

    [Fact]
    public async Task The_async_form_waits_for_the_event()
    {
        await EventFilter.Info("done").ExpectOneAsync(async () =>
        {
            await Task.Yield();
            Log.Info("done");
        });
        await Assert.ThrowsAnyAsync<XunitException>(() =>
            EventFilter.Info("done").ExpectAsync(1, Short, () => Task.CompletedTask));
    }

    [Fact]
    public void The_result_of_the_block_comes_back() =>
        Assert.Equal(7, EventFilter.Info("done").ExpectOne(() =>
        {
            Log.Info("done");
            return 7;
        }));

    private sealed class ThrowingActor : ReceiveActor
    {
        public ThrowingActor() => ReceiveAny(_ => throw new InvalidOperationException("bad"));
    }
}
