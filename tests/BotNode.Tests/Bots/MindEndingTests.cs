using BotNode.Bots;

namespace BotNode.Tests.Bots;

public sealed class MindEndingTests
{
    [Theory]
    [InlineData(3, "The program of --exec ended with exit code 3 before the conversation did, and the bot crashed with it: 'false'")]
    [InlineData(null, "The program of --exec ended before the conversation did, and the bot crashed with it: 'false'")]
    public void An_exit_code_is_told_if_it_is_known(int? exitCode, string told) => Assert.Equal(told, MindEnding.EndedEarly(exitCode, "false"));
}
