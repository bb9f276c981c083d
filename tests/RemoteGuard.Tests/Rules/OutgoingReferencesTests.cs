using System.Text;
using RemoteGuard.Rules;
using RemoteGuard.Tests.Wire;
using RemoteGuard.Wire;

namespace RemoteGuard.Tests.Rules;

/// <summary>Whom a message of this node makes known.</summary>
public sealed class OutgoingReferencesTests
{
    private const string Here = "akka.tcp://Here@127.0.0.1:8080/";
    private const string There = "akka.tcp://There@127.0.0.1:9090/user/x";

    private readonly KnownReferences _senders = new(10);
    private readonly KnownReferences _named = new(10);

    [Theory]
    [InlineData("user/a#5")]
    [InlineData("user/a")]
    [InlineData("temp/b")]
    public void Its_sender(string path)
    {
        Send(TestFrames.Envelope(There, TestFrames.Text(""), Here + path));

        Assert.True(Knows(path));
    }

    [Theory]
    [InlineData("system/remote-watcher#5")]
    [InlineData("remote")]
    public void No_sender_that_is_Akkas_own(string path)
    {
        Send(TestFrames.Envelope(There, TestFrames.Text(""), Here + path));

        Assert.False(Knows(path));
    }

    [Fact]
    public void Whom_its_content_names()
    {
        Send(TestFrames.Envelope(There, TestFrames.Text($"x {Here}user/a#5 y {Here}user/b/c#-6"), Here + "user/d#7"));

        Assert.True(Knows("user/a#5"));
        Assert.True(Knows("user/b/c#-6"));
    }

    [Theory]
    [InlineData("user/a")]
    [InlineData("temp/a")]
    [InlineData("temp/a#5")]
    [InlineData("system/a#5")]
    public void Nobody_of_its_content_who_may_be_an_echo(string path)
    {
        Send(TestFrames.Envelope(There, TestFrames.Text(Here + path)));

        Assert.False(Knows(path));
    }

    [Fact]
    public void Nobody_of_its_content_by_a_number_that_Akka_takes_for_none()
    {
        Send(TestFrames.Envelope(There, TestFrames.Text($"{Here}user/a#0 {Here}user/a#00 {Here}user/a#-0")));

        Assert.False(Knows("user/a#0"));
        Assert.False(Knows("user/a#00"));
        Assert.False(Knows("user/a#-0"));
    }

    [Fact]
    public void Of_many_that_content_names_the_senders_stay_known()
    {
        Send(TestFrames.Envelope(There, TestFrames.Text(""), Here + "user/a#5"));

        Send(TestFrames.Envelope(There, TestFrames.Text(string.Concat(Enumerable.Range(1, 100).Select(number => $"{Here}user/x#{number} ")))));

        Assert.True(Knows("user/a#5"));
    }

    private void Send(byte[] message) => new OutgoingReferences(_senders, _named).Add(Frame.Read(message), Encoding.ASCII.GetBytes(Here));

    private bool Knows(string path) => _senders.Contains(Encoding.ASCII.GetBytes(path)) || _named.Contains(Encoding.ASCII.GetBytes(path));
}
