namespace Akka.Remote.Transport.DotNetty;

/// <summary>Our end of a connection, which is closed in two steps: the way out first, then all of it, with what it holds.</summary>
internal interface IConnectionEnd : IAsyncDisposable
{
    /// <summary>Tells the peer that nothing more comes, after all that was sent; what the peer says is still read.</summary>
    ValueTask EndSendingAsync();
}
