namespace Akka.TestKit.Xunit2.Tests.Internals;

public sealed class CancellationTests : PatientTestKit
{
    [Fact]
    public void A_canceled_token_ends_the_wait()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => ExpectMsg<string>(cancellationToken: cancellation.Token));
    }
}
