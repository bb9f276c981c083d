using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Configuration;
using Akka.TestKit.Xunit2;
using static Chatroom.Actors.ChatroomProtocol;

namespace Chatroom.Actors.Tests;

public sealed class ChatroomSerializerTests : TestKit
{
    private readonly ChatroomSerializer _serializer;

    public ChatroomSerializerTests()
        : base(ConfigurationFactory.ParseString("akka.actor.provider = local")
            .WithFallback(ConfigurationFactory.ParseString(File.ReadAllText(Path.Combine(HoconFile.ProgramFolder, "bot.conf")))))
    {
        _serializer = new ChatroomSerializer((ExtendedActorSystem)Sys);
    }

    // What older nodes send and read. None of these bytes ever changes, whatever the classes are called.
    private static readonly (object Message, string Manifest, string Hex)[] All =
    [
        (new Join("Felix", 3), "J", "0a0546656c69781003"),
        (new Join(null), "J", ""),
        (new Join("Felix", 3, Patience: TimeSpan.FromMinutes(1)), "J", "0a0546656c6978100328e0d403"),
        (new Join("Felix", 3, "a secret", "akka.tcp://Bot@127.0.0.1:4711/user/relay"), "J", "0a0546656c697810031a0861207365637265742228616b6b612e7463703a2f2f426f74403132372e302e302e313a343731312f757365722f72656c6179"),
        (new Answer(2, "I'm in, på øya 🎉"), "A", "0802121549276d20696e2c2070c3a520c3b8796120f09f8e89"),
        (new Bye(), "B", ""),
        (new Gone(), "G", ""),
        (new Welcome("Felix", -7, 5), "W", "0a0546656c6978100d1805"),
        (new Welcome("Felix", -7, 5, new RoundTime(TimeSpan.FromSeconds(30), 2, TimeSpan.FromMilliseconds(1500))), "W", "0a0546656c6978100d1805220908b0ea01100218dc0b"),
        (new Queued("Felix"), "Q", "0a0546656c6978"),
        (new Queued(null), "Q", ""),
        (new TurnedAway(RefusalReason.RoomFull, "full"), "T", "0802120466756c6c"),
        (new Happened(new Left(4, 12345678901, "Felix", Leaving.Stopped)), "H", "080410b5b8f0fe2d42090a0546656c69781003"),
        (new Missed([new Joined(2, 9, "Felix", "local"), new Left(3, 9, "Felix", Leaving.Bye)]), "M", "0a1408021009220e0a0546656c697812056c6f63616c0a0f0803100942090a0546656c69781001"),
        (new Over(), "O", ""),
    ];

    public static TheoryData<int> Places => new(Enumerable.Range(0, All.Length));

    [Fact]
    public void An_event_that_goes_to_many_is_serialized_once()
    {
        var happened = new Happened(new Left(4, 1, "Felix", Leaving.Bye));
        var another = new Happened(new Left(5, 1, "Felix", Leaving.Bye));

        var first = _serializer.ToBinary(happened);

        Assert.Same(first, _serializer.ToBinary(happened));
        Assert.NotEqual(first, _serializer.ToBinary(another));
        Assert.Equal(first, _serializer.ToBinary(happened));
    }

    [Fact]
    public void The_id_is_pinned()
    {
        Assert.Equal(4200, _serializer.Identifier);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void The_manifests_are_pinned(int place)
    {
        Assert.Equal(All[place].Manifest, _serializer.Manifest(All[place].Message));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void The_bytes_are_pinned(int place)
    {
        Assert.Equal(All[place].Hex, Convert.ToHexStringLower(_serializer.ToBinary(All[place].Message)));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void A_message_comes_over_the_wire_as_it_was(int place)
    {
        var (message, manifest, _) = All[place];

        Assert.Equal(message, _serializer.FromBinary(_serializer.ToBinary(message), manifest));
    }

    [Fact]
    public void Every_message_of_the_protocol_is_among_these()
    {
        var messages = typeof(ChatroomProtocol).GetNestedTypes().Where(type => type.IsAssignableTo(typeof(IChatroomMessage)) && !type.IsInterface);

        Assert.Equal(messages.Select(type => type.Name).Order(StringComparer.Ordinal), All.Select(one => one.Message.GetType().Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void The_settings_of_the_program_bind_every_message_to_it(int place)
    {
        Assert.IsType<ChatroomSerializer>(Sys.Serialization.FindSerializerFor(All[place].Message));
    }

    [Theory]
    [InlineData("J", "ff")]
    [InlineData("J", "0a00")]
    [InlineData("A", "12")]
    [InlineData("W", "")]
    [InlineData("T", "")]
    [InlineData("H", "")]
    [InlineData("H", "0801")]
    [InlineData("X", "")]
    [InlineData("", "")]
    public void Garbage_is_an_error_that_remoting_knows(string manifest, string hex)
    {
        Assert.Throws<SerializationException>(() => _serializer.FromBinary(Convert.FromHexString(hex), manifest));
    }

    [Fact]
    public void A_message_beyond_the_limit_is_not_looked_at()
    {
        Assert.Throws<SerializationException>(() => _serializer.FromBinary(new byte[ChatroomSerializer.MaxBytes + 1], "B"));
    }

    [Fact]
    public void An_answer_beyond_the_limit_is_refused()
    {
        var bytes = _serializer.ToBinary(new Answer(1, new string('x', 4097)));

        Assert.Throws<SerializationException>(() => _serializer.FromBinary(bytes, "A"));
    }

    [Fact]
    public void Any_bytes_are_read_or_refused()
    {
        var dice = new SplitMix64(42);
        foreach (var (_, manifest, _) in All)
        {
            for (var turn = 0; turn < 300; turn++)
            {
                var bytes = Enumerable.Range(0, dice.Below(40)).Select(_ => (byte)dice.Next()).ToArray();
                var failure = Record.Exception(() => _serializer.FromBinary(bytes, manifest));

                Assert.True(failure is null or SerializationException, $"{manifest} {Convert.ToHexString(bytes)}: {failure}");
            }
        }
    }

    [Fact]
    public void What_is_not_of_the_protocol_is_refused()
    {
        Assert.Throws<SerializationException>(() => _serializer.ToBinary("text"));
        Assert.Throws<SerializationException>(() => _serializer.Manifest("text"));
    }
}
