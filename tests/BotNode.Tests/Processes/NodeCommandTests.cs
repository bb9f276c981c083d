using BotNode.Processes;
using Chatroom.Actors;

namespace BotNode.Tests.Processes;

public sealed class NodeCommandTests
{
    public static TheoryData<string, object> Lines => new()
    {
        { "join akka.tcp://Chatroom@127.0.0.1:1", new NodeCommand.Join("akka.tcp://Chatroom@127.0.0.1:1", ScriptedActions.None) },
        { "join A answers", new NodeCommand.Join("A", ScriptedActions.Answers) },
        { "join A leaves", new NodeCommand.Join("A", ScriptedActions.Leaves) },
        { "join A answers leaves", new NodeCommand.Join("A", ScriptedActions.Answers | ScriptedActions.Leaves) },
        { "answer 1", new NodeCommand.Answer(1, null) },
        { "answer 1 ", new NodeCommand.Answer(1, "") },
        { "answer 12 I can't join!", new NodeCommand.Answer(12, "I can't join!") },
        { "leave", new NodeCommand.Leave() },
        { "join A answers connection", new NodeCommand.Join("A", ScriptedActions.Answers | ScriptedActions.Connection) },
        { "disconnect", new NodeCommand.Disconnect() },
        { "reconnect", new NodeCommand.Reconnect() },
        { "give-up", new NodeCommand.GiveUp() },
        { "gone Felix", new NodeCommand.Gone("Felix") },
        { "gone Big Bot", new NodeCommand.Gone("Big Bot") },
        { "stop", new NodeCommand.Stop() },
        { "wait-no-more", new NodeCommand.WaitNoMore() },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_command_and_its_line_are_the_same(string line, object command)
    {
        Assert.Equal(line, command.ToString());
        Assert.Equal(command, NodeCommand.Parse(line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("join")]
    [InlineData("dance")]
    [InlineData("answer")]
    [InlineData("answer me")]
    [InlineData("leave now")]
    public void Anything_else_is_no_command(string line) => Assert.Null(NodeCommand.Parse(line));
}
