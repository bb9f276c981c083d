namespace Akka.TestKit;

/// <summary>How the TestKit fails a test: through the assertions of the test framework in use.</summary>
public interface ITestKitAssertions
{
    /// <summary>Fails the test.</summary>
    /// <param name="format">What went wrong, as a composite format.</param>
    /// <param name="args">The format's arguments.</param>
    void Fail(string format = "", params object[] args);

    /// <summary>Fails the test unless the condition holds.</summary>
    /// <param name="condition">What must be true.</param>
    /// <param name="format">What went wrong, as a composite format.</param>
    /// <param name="args">The format's arguments.</param>
    void AssertTrue(bool condition, string format = "", params object[] args);

    /// <summary>Fails the test if the condition holds.</summary>
    /// <param name="condition">What must be false.</param>
    /// <param name="format">What went wrong, as a composite format.</param>
    /// <param name="args">The format's arguments.</param>
    void AssertFalse(bool condition, string format = "", params object[] args);

    /// <summary>Fails the test unless both values are equal; collections are by their items.</summary>
    /// <typeparam name="T">The values' type.</typeparam>
    /// <param name="expected">What should be.</param>
    /// <param name="actual">What is.</param>
    /// <param name="format">What went wrong, as a composite format.</param>
    /// <param name="args">The format's arguments.</param>
    void AssertEqual<T>(T expected, T actual, string format = "", params object[] args);

    /// <summary>Fails the test unless the comparer says that both values are equal.</summary>
    /// <typeparam name="T">The values' type.</typeparam>
    /// <param name="expected">What should be.</param>
    /// <param name="actual">What is.</param>
    /// <param name="comparer">Returns true for equal values.</param>
    /// <param name="format">What went wrong, as a composite format.</param>
    /// <param name="args">The format's arguments.</param>
    void AssertEqual<T>(T expected, T actual, Func<T, T, bool> comparer, string format = "", params object[] args);
}
