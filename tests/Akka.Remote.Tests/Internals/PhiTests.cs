namespace Akka.Remote.Tests.Internals;

public class PhiTests
{
    [Theory]
    [InlineData(0, 0.0)]
    [InlineData(500, 0.1)]
    [InlineData(1000, 0.3)]
    [InlineData(1200, 1.6)]
    [InlineData(1400, 4.7)]
    [InlineData(1600, 10.8)]
    [InlineData(1700, 15.3)]
    public void Phi_has_the_published_values(double elapsed, double expected) =>
        Assert.InRange(PhiAccrualFailureDetector.Phi(elapsed, 1000, 100), expected - 0.1, expected + 0.1);

    [Fact]
    public void Phi_of_half_the_cases_is_the_logarithm_of_two() =>
        Assert.Equal(Math.Log10(2), PhiAccrualFailureDetector.Phi(1000, 1000, 100), 6);

    [Fact]
    public void A_wider_spread_surprises_less() =>
        Assert.True(PhiAccrualFailureDetector.Phi(1100, 1000, 500) < PhiAccrualFailureDetector.Phi(1100, 1000, 100));

    [Fact]
    public void Phi_never_falls_as_silence_lasts()
    {
        var values = Enumerable.Range(0, 300).Select(i => PhiAccrualFailureDetector.Phi(i * 10, 1000, 100)).ToList();

        Assert.Equal(values.Order(), values);
    }
}
