using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Chatroom.Actors.Tests;

/// <summary>No command is passed over: what the room has no rule for is told.</summary>
public sealed class RoomCasesTests
{
    private static readonly RoomState Unopened = new(new RoomSettings(), Chat.Four);

    public static TheoryData<Type> Commands => Below(typeof(RoomCommand));

    private static TheoryData<Type> Below(Type above) => new(above.Assembly.GetTypes().Where(type => type.IsSubclassOf(above) && !type.IsAbstract));

    // What is in it does not matter: a rule may stumble over an empty event, but there is one.
    private static T Empty<T>(Type type) => (T)RuntimeHelpers.GetUninitializedObject(type);

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_can_be_decided(Type type)
    {
        Assert.IsNotType<UnreachableException>(Record.Exception(() => Room.Decide(Unopened, Empty<RoomCommand>(type), 0)));
        Assert.IsNotType<UnreachableException>(Record.Exception(() => Room.Ends(Unopened, Empty<RoomCommand>(type))));
    }

    [Fact]
    public void An_unknown_command_is_told()
    {
        Assert.Contains(nameof(UnknownCommand), Assert.Throws<UnreachableException>(() => Room.Decide(Unopened, new UnknownCommand(), 0)).Message, StringComparison.Ordinal);
        Assert.Contains(nameof(UnknownCommand), Assert.Throws<UnreachableException>(() => Room.Ends(Unopened, new UnknownCommand())).Message, StringComparison.Ordinal);
    }

    private sealed record UnknownCommand : RoomCommand;
}
