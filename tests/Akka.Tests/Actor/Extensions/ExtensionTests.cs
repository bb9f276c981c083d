using Akka.Actor;
using Akka.Tests.Support;

namespace Akka.Tests.Actor.Extensions;

public class ExtensionTests() : ActorSystemTests($"akka.extensions = [\"{typeof(ListedId).AssemblyQualifiedName}\"]")
{
    [Fact]
    public void Extension_is_made_once_for_a_system()
    {
        var first = new CounterId().Apply(Sys);
        Assert.Same(first, new CounterId().Apply(Sys));
        Assert.Same(first, new CounterId().Get(Sys));
        Assert.Same(first, Sys.GetExtension<Counter>());
        Assert.Same(Sys, first.System);
    }

    [Fact]
    public void Extension_is_there_once_registered()
    {
        Assert.False(Sys.HasExtension<Counter>());
        Sys.RegisterExtension(new CounterId());
        Assert.True(Sys.HasExtension<Counter>());
        Assert.True(Sys.TryGetExtension<Counter>(out var counter));
        Assert.NotNull(counter);
    }

    [Fact]
    public void Extension_that_is_not_there_is_not_found()
    {
        Assert.False(Sys.TryGetExtension<Counter>(out var counter));
        Assert.Null(counter);
    }

    [Fact]
    public void WithExtension_registers_what_is_not_there()
    {
        var counter = Sys.WithExtension<Counter, CounterId>();
        Assert.Same(counter, Sys.WithExtension<Counter>(typeof(CounterId)));
        Assert.Same(counter, Sys.WithExtension<Counter>());
    }

    [Fact]
    public void Extensions_of_the_configuration_are_there_from_the_start() => Assert.True(Sys.HasExtension<Listed>());

    [Fact]
    public void Id_names_the_type_of_its_extension() => Assert.Equal(typeof(Counter), new CounterId().ExtensionType);

    public sealed class Counter(ActorSystem system) : IExtension
    {
        public ActorSystem System => system;
    }

    public sealed class CounterId : ExtensionIdProvider<Counter>
    {
        public override Counter CreateExtension(ExtendedActorSystem system) => new(system);
    }

    public sealed class Listed : IExtension;

    public sealed class ListedId : ExtensionIdProvider<Listed>
    {
        public override Listed CreateExtension(ExtendedActorSystem system) => new();
    }
}
