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

    private readonly KnownReferences _known = new(10);

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
    public void A_sender_that_was_forgotten_is_made_known_again()
    {
        var outgoing = new OutgoingReferences(_known);
        var message = TestFrames.Envelope(There, TestFrames.Text(""), Here + "user/a#5");
        outgoing.Add(Frame.Read(message), Encoding.ASCII.GetBytes(Here));
        for (var number = 0; number < 100; number++)
            _known.Add(Encoding.ASCII.GetBytes($"temp/{number}"));
        Assert.False(Knows("user/a#5"));

        outgoing.Add(Frame.Read(message), Encoding.ASCII.GetBytes(Here));

        Assert.True(Knows("user/a#5"));
    }

    private void Send(byte[] message) => new OutgoingReferences(_known).Add(Frame.Read(message), Encoding.ASCII.GetBytes(Here));

    private bool Knows(string path) => _known.Contains(Encoding.ASCII.GetBytes(path));
}
