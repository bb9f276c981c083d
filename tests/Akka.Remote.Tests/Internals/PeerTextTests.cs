namespace Akka.Remote.Tests.Internals;

public sealed class PeerTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("akka.tcp://A@127.0.0.1:1/user/é#7", "akka.tcp://A@127.0.0.1:1/user/é#7")]
    [InlineData("a\r\nb\0c\u001b[2J\u007f\u0085", "a??b?c?[2J??")]
    public void It_is_shown_in_one_line(string text, string shown) => Assert.Equal(shown, PeerText.Printable(text));

    [Fact]
    public void It_is_cut_when_it_is_long() =>
        Assert.Equal(new string('x', 200) + "… (100000 characters)", PeerText.Printable(new string('x', 100_000)));

    [Fact]
    public void A_path_has_an_end_and_no_control_characters()
    {
        Assert.True(PeerText.MayBePath(new string('x', PeerText.LongestPath)));
        Assert.False(PeerText.MayBePath(new string('x', PeerText.LongestPath + 1)));
        Assert.False(PeerText.MayBePath("a\nb"));
        Assert.False(PeerText.MayBePath("a\u009fb"));
        Assert.True(PeerText.MayBePath("ü/日本"));
    }
}
