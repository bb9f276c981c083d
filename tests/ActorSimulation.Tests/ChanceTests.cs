namespace ActorSimulation.Tests;

public sealed class ChanceTests
{
    // https://rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64
    [Fact]
    public void It_is_split_mix_64()
    {
        var chance = new Chance(1234567);

        Assert.Equal([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL], [chance.Next(), chance.Next(), chance.Next()]);
    }

    [Fact]
    public void Each_purpose_has_its_own()
    {
        Assert.Equal(Chance.For(1, "one").Next(), Chance.For(1, "one").Next());
        Assert.Equal(3, new[] { Chance.For(1, "one"), Chance.For(1, "other"), Chance.For(2, "one") }.Select(chance => chance.Next()).Distinct().Count());
    }

    [Fact]
    public void Spans_include_both_ends()
    {
        var chance = new Chance(1);
        var drawn = Enumerable.Range(0, 100).Select(_ => chance.Between(new TimeSpan(5), new TimeSpan(7)).Ticks).Distinct().Order();

        Assert.Equal([5, 6, 7], drawn);
    }

    [Fact]
    public void Nothing_is_drawn_where_there_is_no_choice()
    {
        var (chance, other) = (new Chance(1), new Chance(1));

        Assert.Equal((0, 0), (chance.Below(1), chance.Below(0)));
        Assert.Equal(other.Next(), chance.Next());
    }
}
