using Akka.Actor;

namespace Akka.Tests.Actor;

public sealed class PropsTests
{
    private static Props For(string name) => Props.Create(() => new Named(name));

    [Fact]
    public void The_same_class_with_as_many_arguments_is_the_same_whatever_they_are()
    {
        Assert.Equal(For("a"), For("b"));
        Assert.Equal(For("a").GetHashCode(), For("b").GetHashCode());
        Assert.Equal(For("a"), For("a").WithSupervisorStrategy(SupervisorStrategy.StoppingStrategy));
    }

    [Fact]
    public void Anything_else_is_another()
    {
        Assert.NotEqual(For("a"), new Props(typeof(Named), ["a", "b"]));
        Assert.NotEqual(For("a"), For("a").WithDispatcher("own"));
        Assert.NotEqual(For("a"), For("a").WithMailbox("own"));
        Assert.NotEqual(For("a"), Props.Create<Other>());
    }

    [Fact]
    public void With_makes_a_copy_and_leaves_the_original()
    {
        var plain = For("a");
        var changed = plain.WithDispatcher("own").WithMailbox("box").WithSupervisorStrategy(SupervisorStrategy.StoppingStrategy);

        Assert.Equal("own", changed.Dispatcher);
        Assert.Equal("box", changed.Mailbox);
        Assert.Same(SupervisorStrategy.StoppingStrategy, changed.SupervisorStrategy);
        Assert.Null(plain.SupervisorStrategy);
        Assert.NotEqual("own", plain.Dispatcher);
    }

    [Fact]
    public void They_tell_the_class_and_the_arguments()
    {
        Assert.Equal(typeof(Named), For("a").Type);
        Assert.Equal(["a"], For("a").Arguments);
    }

    [Fact]
    public void What_is_no_constructor_call_is_refused() =>
        Assert.ThrowsAny<Exception>(() => Props.Create(() => Make()));

    private static Other Make() => new();

    private sealed class Named(string name) : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(name);
    }

    private sealed class Other : UntypedActor
    {
        protected override void OnReceive(object message)
        {
        }
    }
}
