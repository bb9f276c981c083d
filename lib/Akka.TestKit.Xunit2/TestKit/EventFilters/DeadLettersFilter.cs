using Akka.Event;
using Akka.TestKit.Internal;
using Akka.TestKit.Internal.StringMatcher;

namespace Akka.TestKit;

/// <summary>Picks dead letters, which <see cref="TestEventListener"/> sees as warnings.</summary>
/// <param name="messageMatcher">Which messages; null for all.</param>
/// <param name="sourceMatcher">Which recipients; null for all.</param>
/// <param name="isMatch">A further condition; null for none.</param>
public sealed class DeadLettersFilter(
    IStringMatcher? messageMatcher, IStringMatcher? sourceMatcher, Predicate<DeadLetter>? isMatch = null)
    : EventFilterBase(messageMatcher, sourceMatcher)
{
    /// <inheritdoc />
    protected override string FilterDescriptiveName => "DeadLetter";

    /// <inheritdoc />
    protected override bool IsMatch(LogEvent evt) =>
        evt is Warning { Message: DeadLetter letter } && isMatch?.Invoke(letter) != false && InternalDoMatch(evt.LogSource, letter.Message);
}
