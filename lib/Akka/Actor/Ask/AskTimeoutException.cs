namespace Akka.Actor;

/// <summary>An <c>Ask</c> got no answer in time.</summary>
public class AskTimeoutException : AkkaException
{
    /// <summary>Says what was not answered.</summary>
    /// <param name="message">A sentence.</param>
    public AskTimeoutException(string message)
        : base(message)
    {
    }
}
