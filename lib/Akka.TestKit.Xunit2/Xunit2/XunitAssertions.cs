using Akka.TestKit.Xunit2.Internals;
using Xunit;
using Xunit.Sdk;

namespace Akka.TestKit.Xunit2;

/// <summary>Fails tests through xunit.</summary>
public class XunitAssertions : ITestKitAssertions
{
    /// <summary>Creates the assertions.</summary>
    public XunitAssertions()
    {
    }

    /// <inheritdoc />
    public void Fail(string format = "", params object[] args) => Assert.Fail(AkkaEqualException.Format(format, args));

    /// <inheritdoc />
    public void AssertTrue(bool condition, string format = "", params object[] args) =>
        Assert.True(condition, AkkaEqualException.Format(format, args));

    /// <inheritdoc />
    public void AssertFalse(bool condition, string format = "", params object[] args) =>
        Assert.False(condition, AkkaEqualException.Format(format, args));

    /// <inheritdoc />
    public void AssertEqual<T>(T expected, T actual, string format = "", params object[] args)
    {
        try
        {
            Assert.Equal(expected, actual);
        }
        catch (EqualException)
        {
            throw AkkaEqualException.ForMismatchedValues(expected, actual, format, args);
        }
    }

    /// <inheritdoc />
    public void AssertEqual<T>(T expected, T actual, Func<T, T, bool> comparer, string format = "", params object[] args)
    {
        if (!comparer(expected, actual)) throw AkkaEqualException.ForMismatchedValues(expected, actual, format, args);
    }
}
