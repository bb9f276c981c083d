using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Chatroom.Actors.Tests;

/// <summary>No event and no command is passed over: what the room has no rule for is told.</summary>
public sealed class RoomCasesTests
{
    private static readonly RoomState Unopened = new(new RoomSettings(), Chat.Four);

    public static TheoryData<Type> Events => Below(typeof(RoomEvent));

    public static TheoryData<Type> Commands => Below(typeof(RoomCommand));

    private static TheoryData<Type> Below(Type above) => new(above.Assembly.GetTypes().Where(type => type.IsSubclassOf(above) && !type.IsAbstract));

    // What is in it does not matter: a rule may stumble over an empty event, but there is one.
    private static T Empty<T>(Type type) => (T)RuntimeHelpers.GetUninitializedObject(type);

    private static IReadOnlyList<ConversationEffect> EffectsOf(RoomEvent happened)
    {
        var effects = new ConversationEffects(new ConversationDraft(
            new ConversationState(Unopened, 7), default, (_, _) => throw new InvalidOperationException("nothing to suggest")));
        effects.Publish([happened]);
        return effects.All;
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_can_be_applied(Type type)
    {
        Assert.IsNotType<UnreachableException>(Record.Exception(() => Room.Apply(Unopened, Empty<RoomEvent>(type))));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_can_be_decided(Type type)
    {
        Assert.IsNotType<UnreachableException>(Record.Exception(() => Room.Decide(Unopened, Empty<RoomCommand>(type), 0)));
        Assert.IsNotType<UnreachableException>(Record.Exception(() => Room.Ends(Unopened, Empty<RoomCommand>(type))));
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_has_its_effects(Type type)
    {
        var happened = Sample.Events.FirstOrDefault(one => one.GetType() == type) ?? new Returned(5, 0, "Felix", "local");

        Assert.Contains(new ConversationEffect.Publish(happened), EffectsOf(happened));
    }

    [Fact]
    public void An_unknown_event_is_told()
    {
        var error = Assert.Throws<UnreachableException>(() => Room.Apply(Unopened, new UnknownEvent()));

        Assert.Contains(nameof(UnknownEvent), error.Message, StringComparison.Ordinal);
        Assert.Throws<UnreachableException>(() => EffectsOf(new UnknownEvent()));
    }

    [Fact]
    public void An_unknown_command_is_told()
    {
        Assert.Contains(nameof(UnknownCommand), Assert.Throws<UnreachableException>(() => Room.Decide(Unopened, new UnknownCommand(), 0)).Message, StringComparison.Ordinal);
        Assert.Contains(nameof(UnknownCommand), Assert.Throws<UnreachableException>(() => Room.Ends(Unopened, new UnknownCommand())).Message, StringComparison.Ordinal);
    }

    private sealed record UnknownEvent() : RoomEvent(1, 0);

    private sealed record UnknownCommand : RoomCommand;
}
