using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using SystemSetup = Akka.Actor.Setup.Setup;

namespace Akka.Tests.Actor.Setup;

public class ActorSystemSetupTests
{
    [Fact]
    public void Setups_are_found_by_their_type()
    {
        var first = new First(1);
        var second = new Second(2);
        var both = first.And(second);
        Assert.Same(first, both.Get<First>().Value);
        Assert.Same(second, both.Get<Second>().Value);
    }

    [Fact]
    public void What_is_not_there_is_none() => Assert.False(ActorSystemSetup.Empty.Get<First>().HasValue);

    [Fact]
    public void Later_setup_of_a_type_takes_the_place_of_the_earlier()
    {
        var setup = ActorSystemSetup.Create(new First(1)).WithSetup(new First(2));
        Assert.Equal(2, setup.Get<First>().Value.Number);
    }

    [Fact]
    public void Setups_are_immutable()
    {
        var setup = ActorSystemSetup.Create(new First(1));
        setup.And(new First(2));
        Assert.Equal(1, setup.Get<First>().Value.Number);
    }

    [Fact]
    public void Actor_system_keeps_its_setups()
    {
        var quiet = BootstrapSetup.Create().WithConfig(ConfigurationFactory.ParseString("akka.stdout-loglevel = OFF, my.setting = 5"));
        using var system = ActorSystem.Create("setup", quiet.And(new First(7)));
        Assert.Equal(7, system.Settings.Setup.Get<First>().Value.Number);
        Assert.Equal(5, system.Settings.Config.GetInt("my.setting"));
    }

    [Fact]
    public void Bootstrap_setup_stacks_configurations()
    {
        var setup = BootstrapSetup.Create()
            .WithConfig(ConfigurationFactory.ParseString("a = 1"))
            .WithConfigFallback(ConfigurationFactory.ParseString("a = 2, b = 3"));
        Assert.Equal((1, 3), (setup.Config.Value.GetInt("a"), setup.Config.Value.GetInt("b")));
    }

    [Fact]
    public void Bootstrap_setup_names_the_provider()
    {
        Assert.False(BootstrapSetup.Create().ActorRefProvider.HasValue);
        var setup = BootstrapSetup.Create().WithActorRefProvider(ProviderSelection.Local.Instance);
        Assert.Same(ProviderSelection.Local.Instance, setup.ActorRefProvider.Value);
    }

    private sealed class First(int number) : SystemSetup
    {
        public int Number => number;
    }

    private sealed class Second(int number) : SystemSetup
    {
        public int Number => number;
    }
}
