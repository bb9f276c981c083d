using Xunit.Sdk;

namespace Akka.TestKit.Xunit2.Tests;

public sealed class XunitAssertionsTests
{
    private readonly XunitAssertions _assertions = new();

    [Fact]
    public void Fail_carries_the_formatted_message()
    {
        var failure = Assert.ThrowsAny<XunitException>(() => _assertions.Fail("{0} of {1}", 1, 2));

        Assert.Contains("1 of 2", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_are_not_equal_fail_with_both_values()
    {
        _assertions.AssertEqual(1, 1);
        var failure = Assert.ThrowsAny<XunitException>(() => _assertions.AssertEqual("one", "two"));

        Assert.Contains("one", failure.Message, StringComparison.Ordinal);
        Assert.Contains("two", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Conditions_fail_as_they_should()
    {
        _assertions.AssertTrue(true);
        _assertions.AssertFalse(false);
        Assert.ThrowsAny<XunitException>(() => _assertions.AssertTrue(false));
        Assert.ThrowsAny<XunitException>(() => _assertions.AssertFalse(true));
    }
}
