using BotNode.Nodes;
using Chatroom.Actors;

namespace BotNode.Tests.Nodes;

public sealed class DriverCommandTests
{
    public static TheoryData<string, object> Lines => new()
    {
        { "join akka.tcp://Chatroom@127.0.0.1:1", new DriverCommand.Join("akka.tcp://Chatroom@127.0.0.1:1", Driven.None) },
        { "join A answers", new DriverCommand.Join("A", Driven.Answers) },
        { "join A leaves", new DriverCommand.Join("A", Driven.Leaves) },
        { "join A answers leaves", new DriverCommand.Join("A", Driven.Answers | Driven.Leaves) },
        { "answer 1", new DriverCommand.Answer(1, null) },
        { "answer 1 ", new DriverCommand.Answer(1, "") },
        { "answer 12 I can't join!", new DriverCommand.Answer(12, "I can't join!") },
        { "leave", new DriverCommand.Leave() },
        { "join A answers connection", new DriverCommand.Join("A", Driven.Answers | Driven.Connection) },
        { "disconnect", new DriverCommand.Disconnect() },
        { "reconnect", new DriverCommand.Reconnect() },
        { "give-up", new DriverCommand.GiveUp() },
        { "stop", new DriverCommand.Stop() },
        { "wait-no-more", new DriverCommand.WaitNoMore() },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_command_and_its_line_are_the_same(string line, object command)
    {
        Assert.Equal(line, command.ToString());
        Assert.Equal(command, DriverCommand.Parse(line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("join")]
    [InlineData("dance")]
    [InlineData("answer")]
    [InlineData("answer me")]
    [InlineData("leave now")]
    public void Anything_else_is_no_command(string line) => Assert.Null(DriverCommand.Parse(line));
}
