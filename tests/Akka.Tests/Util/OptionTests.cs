using Akka.Util;

namespace Akka.Tests.Util;

public class OptionTests
{
    [Fact]
    public void None_has_no_value()
    {
        Assert.False(Option<string>.None.HasValue);
        Assert.True(Option<string>.None.IsEmpty);
        Assert.Equal("other", Option<string>.None.GetOrElse("other"));
    }

    [Fact]
    public void Some_has_its_value()
    {
        Option<string> some = "a";
        Assert.True(some.HasValue);
        Assert.Equal("a", some.Value);
        Assert.Equal("a", some.GetOrElse("other"));
    }

    [Fact]
    public void Equal_values_make_equal_options()
    {
        Assert.True(new Option<int>(1) == new Option<int>(1));
        Assert.True(new Option<int>(1) != new Option<int>(2));
        Assert.True(new Option<int>(0) != Option<int>.None);
    }

    [Fact]
    public void Select_maps_only_what_is_there()
    {
        Assert.Equal(2, new Option<int>(1).Select(x => x + 1).Value);
        Assert.False(Option<int>.None.Select(x => x + 1).HasValue);
        Assert.False(new Option<int>(1).FlatSelect(_ => Option<int>.None).HasValue);
    }
}
