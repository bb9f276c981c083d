using Akka.Actor;
using Akka.Remote.Transport;

namespace Akka.Remote.Tests;

public sealed class AdapterTests : IAsyncLifetime
{
    private readonly Nodes _nodes = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _nodes.TerminateAll();

    [Theory]
    [InlineData("[]", "akka.tcp")]
    [InlineData("[gremlin]", "akka.gremlin.tcp")]
    [InlineData("[trttl, gremlin]", "akka.trttl.gremlin.tcp")]
    [InlineData("[gremlin, trttl]", "akka.gremlin.trttl.tcp")]
    public void The_address_names_the_adapters_as_they_are_listed(string adapters, string scheme) =>
        Assert.Equal(scheme, Nodes.AddressOf(_nodes.Start("A", $"akka.remote.dot-netty.tcp.applied-adapters = {adapters}")).Protocol);

    [Fact]
    public void An_adapters_scheme_goes_before_others_and_comes_off_again()
    {
        var augmenter = new SchemeAugmenter("trttl");
        var address = new Address("tcp", "A", "here", 1);

        Assert.Equal("trttl.tcp", augmenter.AugmentScheme("tcp"));
        Assert.Equal(address, augmenter.RemoveScheme(augmenter.AugmentScheme(address)));
        Assert.Equal("tcp", augmenter.RemoveScheme("tcp"));
    }

    [Fact]
    public void A_bucket_gives_what_is_in_it_and_fills_at_its_rate_up_to_its_capacity()
    {
        const long Second = 1_000_000_000;
        var (half, taken) = new TokenBucket(100, 100, nanoTimeOfLastSend: 0, availableTokens: 100).TryConsumeTokens(0, 50);
        Assert.True(taken);

        Assert.False(half.TryConsumeTokens(Second / 10, 61).Item2);
        Assert.True(half.TryConsumeTokens(Second / 10, 60).Item2);
        Assert.True(half.TryConsumeTokens(Second, 100).Item2);
        Assert.False(half.TryConsumeTokens(Second / 10, 100).Item2);
        var (full, _) = half.TryConsumeTokens(Second / 2, 1);
        Assert.False(full.TryConsumeTokens(Second / 2, 100).Item2);
        Assert.True(full.TryConsumeTokens(Second / 2, 99).Item2);
    }

    [Fact]
    public void What_a_bucket_could_not_hold_any_more_is_there_for_the_next_one()
    {
        const long Second = 1_000_000_000;
        var (full, _) = new TokenBucket(100, 100, nanoTimeOfLastSend: 0, availableTokens: 50).TryConsumeTokens(10 * Second, 1);

        Assert.True(full.TryConsumeTokens(10 * Second, 100).Item2);
    }
}
