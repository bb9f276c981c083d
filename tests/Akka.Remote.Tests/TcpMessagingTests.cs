namespace Akka.Remote.Tests;

public sealed class TcpMessagingTests() : MessagingContract(Nodes.Tcp)
{
    [Fact]
    public async Task A_frame_up_to_the_limit_arrives_and_a_longer_one_is_lost_alone()
    {
        var recorder = Recorder.Start(A, "recorder");
        var echo = await Nodes.Resolve(A, B, "/user/echo");

        echo.Tell(new string('x', 200_000), recorder.Ref);
        echo.Tell(new string('y', 100_000), recorder.Ref);

        Assert.Equal(new string('y', 100_000), await recorder.Next<string>());
    }
}
