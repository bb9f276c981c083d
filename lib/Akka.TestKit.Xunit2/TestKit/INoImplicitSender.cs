namespace Akka.TestKit;

/// <summary>
/// A TestKit that carries this mark leaves the implicit sender alone: messages told from the test have no sender,
/// or the one another TestKit set.
/// </summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1040", Justification = "A mark, as in the official API.")]
public interface INoImplicitSender;
