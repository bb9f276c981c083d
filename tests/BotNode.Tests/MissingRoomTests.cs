using BotNode.Tests.Programs;

namespace BotNode.Tests;

/// <summary>Bots that ask for a room that is not there.</summary>
public sealed class MissingRoomTests
{
    [Theory]
    [InlineData("There is no room pink at", "--room", "pink")]
    [InlineData("There are several rooms at")]
    public async Task Who_asks_for_a_room_that_is_not_there_is_told_which_are(string problem, params string[] options)
    {
        await using var seed = Seed("--room", "red", "--room", "blue");
        var address = await AddressOf(seed);

        await using var bot = Bots(address, options);

        Assert.Equal(2, await bot.ExitAsync());
        Assert.Equal(
            $"botnode: {problem} {address}. The rooms there are red, blue; please join one of them by its name. See: botnode bot --room NAME",
            Assert.Single(bot.ErrorLines));
    }

    [Fact]
    public async Task Who_asks_for_a_room_by_name_where_there_is_one_without_is_told_what_to_do()
    {
        await using var seed = Seed();
        var address = await AddressOf(seed);

        await using var bot = Bots(address, "--room", "red");

        Assert.Equal(2, await bot.ExitAsync());
        Assert.Equal(
            $"botnode: No room red answers at {address}: a seed node prints its address and its rooms; if it names no rooms, leave out --room.",
            Assert.Single(bot.ErrorLines));
    }

    [Fact]
    public async Task Another_name_for_the_address_is_one_line_that_says_what_to_use_and_2()
    {
        await using var seed = Seed();
        var address = (await AddressOf(seed)).Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

        await using var felix = Bots(address);

        Assert.Equal(2, await felix.ExitAsync());
        Assert.Contains(
            $"no room answers to {address}: use the address exactly as the seed node printed it",
            Assert.Single(felix.ErrorLines),
            StringComparison.Ordinal);
    }

    private static RunningProgram Seed(params string[] options) => RunningProgram.Start(["seed", "--port", "0", .. options]);

    private static RunningProgram Bots(string address, params string[] options) => RunningProgram.Start(["bot", "--join", address, .. options]);

    private static Task<string> AddressOf(RunningProgram seed) =>
        seed.LineAsync(line => line.StartsWith("akka.tcp://Chatroom@", StringComparison.Ordinal));
}
