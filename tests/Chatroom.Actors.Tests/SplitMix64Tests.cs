namespace Chatroom.Actors.Tests;

public sealed class SplitMix64Tests
{
    [Fact]
    public void Draws_what_the_published_vectors_of_seed_1234567_say()
    {
        var dice = new SplitMix64(1234567);

        Assert.Equal(
            [6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL, 4593380528125082431UL, 16408922859458223821UL],
            Enumerable.Range(0, 5).Select(_ => dice.Next()));
    }

    [Fact]
    public void Draws_what_the_published_vectors_of_seed_0_say()
    {
        var dice = new SplitMix64(0);

        Assert.Equal([0xE220A8397B1DCDAFUL, 0x6E789E6AA1B965F4UL, 0x06C45D188009454FUL], Enumerable.Range(0, 3).Select(_ => dice.Next()));
    }

    [Fact]
    public void Parts_are_not_the_same_as_their_joint_text()
    {
        Assert.NotEqual(SplitMix64.For(1, "ab", "c").Next(), SplitMix64.For(1, "a", "bc").Next());
    }

    [Fact]
    public void The_seed_matters()
    {
        Assert.NotEqual(SplitMix64.For(1, "a").Next(), SplitMix64.For(2, "a").Next());
    }

    [Fact]
    public void A_bounded_draw_reaches_everything_and_nothing_else()
    {
        var dice = new SplitMix64(5);

        Assert.Equal([0, 1, 2, 3], Enumerable.Range(0, 200).Select(_ => dice.Below(4)).Distinct().Order());
    }
}
