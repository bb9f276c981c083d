using Akka.Actor;

namespace Akka.Tests.Actor;

public sealed class ActorPathTests
{
    private static readonly Address Local = new("akka", "sys");
    private static readonly Address Far = new("akka.tcp", "sys", "host", 4711);

    [Fact]
    public void A_root_is_printed_with_a_slash() => Assert.Equal("akka://sys/", new RootActorPath(Local).ToString());

    [Fact]
    public void A_path_is_printed_as_address_and_elements() =>
        Assert.Equal("akka://sys/user/a/b", (new RootActorPath(Local) / "user" / "a" / "b").ToString());

    [Fact]
    public void The_uid_is_printed_when_asked_for()
    {
        var path = new RootActorPath(Far) / "user" / "a#42";

        Assert.Equal(42, path.Uid);
        Assert.Equal("a", path.Name);
        Assert.Equal("akka.tcp://sys@host:4711/user/a", path.ToString());
        Assert.Equal("akka.tcp://sys@host:4711/user/a#42", path.ToSerializationFormat());
        Assert.Equal("akka.tcp://sys@host:4711/user/a#42", path.ToStringWithUid());
    }

    [Fact]
    public void A_local_path_is_written_for_others_with_the_address_given()
    {
        var path = new RootActorPath(Local) / "user" / "a#42";

        Assert.Equal("akka.tcp://sys@host:4711/user/a#42", path.ToSerializationFormatWithAddress(Far));
        Assert.Equal("akka.tcp://sys@host:4711/user/a", path.ToStringWithAddress(Far));
    }

    [Fact]
    public void A_full_path_keeps_its_own_address_when_written_for_others()
    {
        var path = new RootActorPath(Far) / "user" / "a";

        Assert.Equal(
            "akka.tcp://sys@host:4711/user/a", path.ToSerializationFormatWithAddress(new Address("akka.tcp", "me", "here", 1)));
    }

    [Theory]
    [InlineData("akka://sys/user/a")]
    [InlineData("akka.tcp://sys@host:4711/user/a/$b#12")]
    [InlineData("akka.tcp://sys@host:4711/temp/x")]
    public void What_is_written_can_be_read(string text) => Assert.Equal(text, ActorPath.Parse(text).ToSerializationFormat());

    [Theory]
    [InlineData("")]
    [InlineData("user/a")]
    [InlineData("hello")]
    public void What_is_no_path_is_not_taken_for_one(string text)
    {
        Assert.False(ActorPath.TryParse(text, out _));
        Assert.Throws<UriFormatException>(() => ActorPath.Parse(text));
    }

    [Fact]
    public void Elements_and_depth_count_from_the_root()
    {
        var path = new RootActorPath(Local) / "user" / "a" / "b";

        Assert.Equal(["user", "a", "b"], path.Elements);
        Assert.Equal(3, path.Depth);
        Assert.Equal("a", path.Parent.Name);
        Assert.Equal(new RootActorPath(Local), path.Root);
        Assert.Equal("user", path.ParentOf(1).Name);
        Assert.Equal("a", path.ParentOf(-1).Name);
        Assert.Equal("/user/a/b", path.ToStringWithoutAddress());
    }

    [Fact]
    public void Going_down_through_names_passes_over_empty_ones() =>
        Assert.Equal("akka://sys/user/a", (new RootActorPath(Local) / new[] { "user", "", "a" }).ToString());

    [Fact]
    public void Paths_are_equal_whatever_their_uids()
    {
        var path = new RootActorPath(Local) / "user" / "a";

        Assert.Equal(path, path.WithUid(7));
        Assert.Equal(path.GetHashCode(), path.WithUid(7).GetHashCode());
        Assert.NotEqual(path, new RootActorPath(Far) / "user" / "a");
        Assert.NotEqual(path, path / "b");
    }

    [Fact]
    public void Paths_are_ordered_by_their_elements()
    {
        var root = new RootActorPath(Local);

        Assert.True((root / "user" / "a").CompareTo(root / "user" / "b") < 0);
        Assert.Equal(0, (root / "user" / "a").CompareTo(root / "user" / "a"));
    }

    [Theory]
    [InlineData("abc", true)]
    [InlineData("a%41", true)]
    [InlineData("a%4", false)]
    [InlineData("$a", false)]
    [InlineData("a/b", false)]
    [InlineData("", false)]
    public void Names_are_made_of_letters_digits_and_some_signs(string name, bool valid) =>
        Assert.Equal(valid, ActorPath.IsValidPathElement(name));
}
