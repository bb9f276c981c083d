using Akka.Actor;
using Akka.Event;
using Akka.Tests.Support;

namespace Akka.Tests.Event;

public class EventStreamTests : ActorSystemTests
{
    [Fact]
    public async Task Subscriber_gets_events_of_its_type()
    {
        var probe = CreateRecorder();
        Assert.True(Sys.EventStream.Subscribe(probe.Ref, typeof(Fruit)));
        var apple = new Fruit();
        Sys.EventStream.Publish(apple);
        Assert.Same(apple, await probe.NextAsync<Fruit>());
    }

    [Fact]
    public async Task Subscriber_of_a_base_class_gets_derived_events()
    {
        var probe = CreateRecorder();
        Sys.EventStream.Subscribe(probe.Ref, typeof(Fruit));
        var apple = new Apple();
        Sys.EventStream.Publish(apple);
        Assert.Same(apple, await probe.NextAsync<Fruit>());
    }

    [Fact]
    public async Task Subscriber_of_an_interface_gets_what_implements_it()
    {
        var probe = CreateRecorder();
        Sys.EventStream.Subscribe(probe.Ref, typeof(IRound));
        Sys.EventStream.Publish(new Fruit());
        Sys.EventStream.Publish(new Apple());
        await probe.NextAsync<Apple>();
    }

    [Fact]
    public async Task Subscriber_of_a_derived_class_gets_no_base_events()
    {
        var probe = CreateRecorder();
        Sys.EventStream.Subscribe(probe.Ref, typeof(Apple));
        Sys.EventStream.Publish(new Fruit());
        await probe.AssertNothingElseAsync();
    }

    [Fact]
    public async Task Event_comes_once_to_a_subscriber_of_the_class_and_its_base()
    {
        var probe = CreateRecorder();
        Sys.EventStream.Subscribe(probe.Ref, typeof(Apple));
        Sys.EventStream.Subscribe(probe.Ref, typeof(Fruit));
        Sys.EventStream.Publish(new Apple());
        await probe.NextAsync<Apple>();
        await probe.AssertNothingElseAsync();
    }

    [Fact]
    public async Task Every_subscriber_gets_the_event()
    {
        Recorder[] probes = [CreateRecorder(), CreateRecorder(), CreateRecorder()];
        foreach (var probe in probes) Sys.EventStream.Subscribe(probe.Ref, typeof(Fruit));
        Sys.EventStream.Publish(new Fruit());
        foreach (var probe in probes) await probe.NextAsync<Fruit>();
    }

    [Fact]
    public void Subscribing_twice_to_the_same_type_is_false()
    {
        var probe = CreateRecorder();
        Assert.True(Sys.EventStream.Subscribe(probe.Ref, typeof(Fruit)));
        Assert.False(Sys.EventStream.Subscribe(probe.Ref, typeof(Fruit)));
    }

    [Fact]
    public async Task Unsubscribing_from_a_type_leaves_the_other_types()
    {
        var probe = CreateRecorder();
        Sys.EventStream.Subscribe(probe.Ref, typeof(Apple));
        Sys.EventStream.Subscribe(probe.Ref, typeof(Nut));
        Assert.True(Sys.EventStream.Unsubscribe(probe.Ref, typeof(Apple)));
        Sys.EventStream.Publish(new Apple());
        Sys.EventStream.Publish(new Nut());
        await probe.NextAsync<Nut>();
        await probe.AssertNothingElseAsync();
    }

    [Fact]
    public async Task Unsubscribing_altogether_ends_all_subscriptions()
    {
        var probe = CreateRecorder();
        Sys.EventStream.Subscribe(probe.Ref, typeof(Apple));
        Sys.EventStream.Subscribe(probe.Ref, typeof(Nut));
        Assert.True(Sys.EventStream.Unsubscribe(probe.Ref));
        Sys.EventStream.Publish(new Apple());
        Sys.EventStream.Publish(new Nut());
        await probe.AssertNothingElseAsync();
    }

    [Fact]
    public void Unsubscribing_what_was_not_subscribed_is_false()
    {
        var probe = CreateRecorder();
        Assert.False(Sys.EventStream.Unsubscribe(probe.Ref, typeof(Fruit)));
    }

    [Fact]
    public async Task Resubscribing_after_unsubscribing_gets_events_again()
    {
        var probe = CreateRecorder();
        Sys.EventStream.Subscribe(probe.Ref, typeof(Fruit));
        Sys.EventStream.Publish(new Fruit());
        await probe.NextAsync<Fruit>();
        Sys.EventStream.Unsubscribe(probe.Ref, typeof(Fruit));
        Assert.True(Sys.EventStream.Subscribe(probe.Ref, typeof(Fruit)));
        Sys.EventStream.Publish(new Fruit());
        await probe.NextAsync<Fruit>();
    }

    [Fact]
    public void Null_subscriber_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => Sys.EventStream.Subscribe(null!, typeof(Fruit)));
        Assert.Throws<ArgumentNullException>(() => Sys.EventStream.Unsubscribe(null!, typeof(Fruit)));
        Assert.Throws<ArgumentNullException>(() => Sys.EventStream.Unsubscribe(null!));
    }

    [Fact]
    public async Task Channel_can_be_a_type_argument()
    {
        var probe = CreateRecorder();
        Assert.True(Sys.EventStream.Subscribe<Fruit>(probe.Ref));
        Sys.EventStream.Publish(new Fruit());
        await probe.NextAsync<Fruit>();
        Assert.True(Sys.EventStream.Unsubscribe<Fruit>(probe.Ref));
    }

    [Fact]
    public async Task Stopped_subscriber_is_unsubscribed()
    {
        var deadLetters = CreateRecorder();
        var subscriber = CreateActor((_, _) => { });
        Sys.EventStream.Subscribe(deadLetters.Ref, typeof(DeadLetter));
        Sys.EventStream.Subscribe(subscriber, typeof(Fruit));
        await subscriber.GracefulStop(TimeSpan.FromSeconds(20));

        // As long as it is subscribed, each event for it becomes a dead letter.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        while (await IsLostAsync(deadLetters, subscriber)) limit.Token.ThrowIfCancellationRequested();
    }

    private async Task<bool> IsLostAsync(Recorder deadLetters, IActorRef subscriber)
    {
        var fruit = new Fruit();
        Sys.EventStream.Publish(fruit);
        var marker = new DeadLetter("end", deadLetters.Ref, subscriber);
        Sys.EventStream.Publish(marker);
        var lost = false;
        while (await deadLetters.NextAsync<DeadLetter>() is var letter && !ReferenceEquals(letter, marker))
            lost |= ReferenceEquals(letter.Message, fruit);
        return lost;
    }

    private interface IRound;

    private class Fruit;

    private sealed class Apple : Fruit, IRound;

    private sealed class Nut : Fruit;
}
