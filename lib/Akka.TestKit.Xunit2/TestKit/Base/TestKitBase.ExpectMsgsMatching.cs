namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Expects as many messages as predicates are given: for each predicate one that fits, and none that fits none.</summary>
    /// <param name="predicates">The predicates.</param>
    /// <returns>The messages, as they came.</returns>
    public IReadOnlyCollection<object> ExpectMsgAllOfMatchingPredicates(params PredicateInfo[] predicates) =>
        ExpectMsgAllOfMatchingPredicates(predicates, CancellationToken.None);

    /// <summary>Expects as many messages as predicates are given: for each predicate one that fits, and none that fits none.</summary>
    /// <param name="max">How long to wait for all, before it is stretched.</param>
    /// <param name="predicates">The predicates.</param>
    /// <returns>The messages, as they came.</returns>
    public IReadOnlyCollection<object> ExpectMsgAllOfMatchingPredicates(TimeSpan max, params PredicateInfo[] predicates) =>
        ExpectMsgAllOfMatchingPredicates(max, predicates, CancellationToken.None);

    /// <summary>Expects as many messages as predicates are given: for each predicate one that fits, and none that fits none.</summary>
    /// <param name="predicates">The predicates.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The messages, as they came.</returns>
    public IReadOnlyCollection<object> ExpectMsgAllOfMatchingPredicates(
        IReadOnlyCollection<PredicateInfo> predicates, CancellationToken cancellationToken) =>
        ExpectMatching(predicates, RemainingOrDefault, blocking: true, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Expects as many messages as predicates are given: for each predicate one that fits, and none that fits none.</summary>
    /// <param name="max">How long to wait for all, before it is stretched.</param>
    /// <param name="predicates">The predicates.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The messages, as they came.</returns>
    public IReadOnlyCollection<object> ExpectMsgAllOfMatchingPredicates(
        TimeSpan max, IReadOnlyCollection<PredicateInfo> predicates, CancellationToken cancellationToken) =>
        ExpectMatching(predicates, Dilated(max), blocking: true, cancellationToken).GetAwaiter().GetResult();

    /// <summary>Expects as many messages as predicates are given: for each predicate one that fits, and none that fits none.</summary>
    /// <param name="predicates">The predicates.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The messages, as they came; enumerating them is what waits.</returns>
    public IAsyncEnumerable<object> ExpectMsgAllOfMatchingPredicatesAsync(
        IReadOnlyCollection<PredicateInfo> predicates, CancellationToken cancellationToken = default) =>
        Enumerate(() => ExpectMatching(predicates, RemainingOrDefault, blocking: false, cancellationToken));

    /// <summary>Expects as many messages as predicates are given: for each predicate one that fits, and none that fits none.</summary>
    /// <param name="max">How long to wait for all, before it is stretched.</param>
    /// <param name="predicates">The predicates.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The messages, as they came; enumerating them is what waits.</returns>
    public IAsyncEnumerable<object> ExpectMsgAllOfMatchingPredicatesAsync(
        TimeSpan max, IReadOnlyCollection<PredicateInfo> predicates, CancellationToken cancellationToken = default) =>
        Enumerate(() => ExpectMatching(predicates, Dilated(max), blocking: false, cancellationToken));

    private async Task<IReadOnlyList<object>> ExpectMatching(
        IReadOnlyCollection<PredicateInfo> predicates, TimeSpan limit, bool blocking, CancellationToken cancellation)
    {
        var received = await Collect(ReceiveEach(predicates.Count, limit, blocking, cancellation));
        var missing = predicates.Where(predicate => !received.Any(predicate.Fits)).ToList();
        var unexpected = received.Where(message => !predicates.Any(predicate => predicate.Fits(message))).ToList();
        if (missing.Count > 0 || unexpected.Count > 0)
            throw Failure("These did not come: [{0}]. These came instead: [{1}]", string.Join(", ", missing), string.Join(", ", unexpected));
        return received;
    }
}
