using System.Text;
using Google.Protobuf;
using RemoteGuard.Tests.InProcess;
using RemoteGuard.Tests.Limits;
using RemoteGuard.Tests.Wire;

namespace RemoteGuard.Tests;

/// <summary>What happens on one connection, over time.</summary>
public sealed class GuardConnectionTests
{
    private const string Here = "akka.tcp://Here@127.0.0.1:8080/";
    private const string Peer = "akka.tcp://Peer@127.0.0.1:1/";
    private const string Room = Here + "user/room";
    private const string Settings = "serializers = [17], paths = [\"/user/room\"]";

    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task What_comes_before_Akka_listens_is_kept_for_it()
    {
        await using var guard = await GuardInProcess.StartAsync(Settings, listensAtOnce: false);
        var connection = await guard.ComeAsync("127.0.0.1", 1);
        var (hello, sign) = (TestFrames.Associate("Peer", "127.0.0.1", 1), TestFrames.Control(3));
        connection.Come(hello);
        connection.Come(sign);

        await guard.ListenAsync();

        Assert.Equal([hello, sign], guard.Let[guard.Last!].Frames);
        Assert.False(connection.HasEnded);
    }

    [Fact]
    public async Task Of_a_peer_without_system_messages_Akka_hears_when_it_goes_that_it_shuts_down()
    {
        await using var guard = await GuardInProcess.StartAsync(Settings);
        var (connection, heard) = await AssociateAsync(guard);

        connection.End();

        Assert.Equal(TestFrames.Control(4), heard.Frames[^1]);
        Assert.True(heard.HasEnded);
    }

    [Fact]
    public async Task Of_a_peer_with_system_messages_Akka_hears_that_it_has_gone()
    {
        await using var guard = await GuardInProcess.StartAsync(Settings);
        var (connection, heard) = await AssociateAsync(guard);
        var watch = TestFrames.Envelope(Room, TestFrames.WatchOf(Room, Peer + "system/remote-watcher"), number: 0);
        connection.Come(watch);

        connection.End();

        Assert.Equal(watch, heard.Frames[^1]);
        Assert.True(heard.HasEnded);
    }

    [Fact]
    public async Task A_peer_that_does_not_read_is_asked_whether_it_does_and_goes_when_it_has_left_too_much_unread()
    {
        await using var guard = await GuardInProcess.StartAsync(Settings + ", unread-output = 1 MiB");
        var (connection, heard) = await AssociateAsync(guard);

        Write(guard.Last!, bytes: 2 << 20);

        Assert.True(connection.HasEnded);
        Assert.True(heard.HasEnded);
        Assert.Contains(connection.Written, frame => Text(frame).Contains("system/remote-watcher", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_peer_that_answers_may_be_sent_as_much_as_there_is()
    {
        await using var guard = await GuardInProcess.StartAsync(Settings + ", unread-output = 1 MiB");
        var (connection, heard) = await AssociateAsync(guard);

        for (var times = 0; times < 50; times++)
        {
            Write(guard.Last!, bytes: 1 << 17);
            AnswerQuestions(connection, connection);
        }

        Assert.False(connection.HasEnded);
        Assert.Single(heard.Frames);
    }

    [Fact]
    public async Task What_does_not_answer_the_question_does_not_count_as_read()
    {
        await using var guard = await GuardInProcess.StartAsync(Settings + ", unread-output = 1 MiB");
        var (connection, _) = await AssociateAsync(guard);

        for (var times = 0; times < 50; times++)
        {
            Write(guard.Last!, bytes: 1 << 17);
            connection.Come(TestFrames.Envelope(Here + "system/remote-guard", TestFrames.Identity(Peer + "user/x"), Peer + "system/remote-watcher#1"));
        }

        Assert.True(connection.HasEnded);
    }

    [Fact]
    public async Task A_peer_that_sends_more_than_actors_work_off_goes()
    {
        await using var guard = await GuardInProcess.StartAsync(Settings + ", unprocessed-input = 1 MiB", actorsWork: false);
        var (connection, heard) = await AssociateAsync(guard);
        var message = TestFrames.Envelope(Room, TestFrames.Text(new string('x', 1000)), Peer + "user/x#1");

        for (var number = 0; number < 3000; number++)
            connection.Come(message);

        Assert.True(connection.HasEnded);
        Assert.Single(heard.Asked);
    }

    [Fact]
    public async Task A_peer_whose_messages_are_worked_off_may_send_as_much_as_there_is()
    {
        await using var guard = await GuardInProcess.StartAsync(Settings + ", unprocessed-input = 1 MiB");
        var (connection, heard) = await AssociateAsync(guard);
        var message = TestFrames.Envelope(Room, TestFrames.Text(new string('x', 1000)), Peer + "user/x#1");

        for (var number = 0; number < 3000; number++)
            connection.Come(message);

        Assert.False(connection.HasEnded);
        Assert.InRange(heard.Asked.Count, 2, 3000);
    }

    [Fact]
    public async Task The_answer_may_come_on_another_connection()
    {
        await using var guard = await GuardInProcess.StartAsync(Settings + ", unread-output = 1 MiB");
        var (asked, _) = await AssociateAsync(guard);
        var last = guard.Last!;
        var other = (await AssociateAsync(guard, port: 2)).Connection;

        for (var times = 0; times < 50; times++)
        {
            Write(last, bytes: 1 << 17);
            AnswerQuestions(asked, other);
        }

        Assert.False(asked.HasEnded);
    }

    [Fact]
    public async Task Selections_are_worked_off_too()
    {
        await using var guard = await GuardInProcess.StartAsync(Settings + ", unprocessed-input = 1 MiB");
        var (connection, heard) = await AssociateAsync(guard);
        var message = TestFrames.SelectNames(Here, TestFrames.Text(new string('x', 1000)), Peer + "user/x#1", "user/room");

        for (var number = 0; number < 3000; number++)
            connection.Come(message);

        Assert.False(connection.HasEnded);
        Assert.All(heard.Asked, path => Assert.Equal(Room, path));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(0)]
    public async Task Frames_without_a_message_count_as_well(int command)
    {
        await using var guard = await GuardInProcess.StartAsync(Settings + ", unprocessed-input = 1 MiB", actorsWork: false);
        var (connection, heard) = await AssociateAsync(guard);

        for (var number = 0; number < 5000; number++)
            connection.Come(command == 0 ? TestFrames.Acknowledge(0) : TestFrames.Control(command));

        Assert.True(connection.HasEnded);
        Assert.All(heard.Asked, path => Assert.Equal(Here + "system/remote-watcher", path));
    }

    [Fact]
    public async Task Who_waits_for_a_single_answer_is_not_asked()
    {
        await using var guard = await GuardInProcess.StartAsync(Settings + ", unprocessed-input = 1 MiB");
        var (connection, heard) = await AssociateAsync(guard);
        guard.Last!.Write(ByteString.CopyFrom(TestFrames.Envelope(Peer + "user/x#1", TestFrames.Text("?"), Here + "temp/a")));

        for (var number = 0; number < 3000; number++)
            connection.Come(TestFrames.Envelope(Here + "temp/a", TestFrames.Text(new string('x', 1000)), Peer + "user/x#1"));

        Assert.False(connection.HasEnded);
        Assert.All(heard.Asked, path => Assert.Equal(Here + "system/remote-watcher", path));
    }

    [Fact]
    public async Task A_peer_that_gives_no_sign_of_life_goes_and_is_forgotten()
    {
        var time = new TestClock();
        await using var guard = await GuardInProcess.StartAsync(Settings, time: time);
        var (connection, heard) = await AssociateAsync(guard);

        for (var sweep = 0; sweep < 30; sweep++)
        {
            time.Advance(BetweenSweeps);
            ((GuardConnection)guard.Last!).Sweep();
        }

        Assert.True(connection.HasEnded);
        Assert.Equal(TestFrames.Control(4), heard.Frames[^1]);
    }

    [Fact]
    public async Task A_peer_that_gives_signs_of_life_stays()
    {
        var time = new TestClock();
        await using var guard = await GuardInProcess.StartAsync(Settings, time: time);
        var (connection, _) = await AssociateAsync(guard);

        for (var sweep = 0; sweep < 100; sweep++)
        {
            time.Advance(BetweenSweeps);
            connection.Come(TestFrames.Control(3));
            ((GuardConnection)guard.Last!).Sweep();
        }

        Assert.False(connection.HasEnded);
    }

    [Fact]
    public async Task Who_misses_what_was_not_sent_has_to_go()
    {
        await using var guard = await GuardInProcess.StartAsync(Settings);
        var (connection, _) = await AssociateAsync(guard);

        connection.Come(TestFrames.Acknowledge(ulong.MaxValue, 5));

        Assert.True(connection.HasEnded);
    }

    private static void AnswerQuestions(FakeConnection asked, FakeConnection answering)
    {
        foreach (var question in asked.Written.Where(frame => Text(frame).Contains("system/remote-watcher", StringComparison.Ordinal)).ToList())
        {
            var id = System.Text.RegularExpressions.Regex.Match(Text(question), "[0-9]+ [0-9A-F]{32}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
            answering.Come(TestFrames.Envelope(Here + "system/remote-guard", TestFrames.Identity(Peer + "system/remote-watcher#1", id), Peer + "system/remote-watcher#1"));
        }

        asked.Written.Clear();
    }

    private static void Write(Akka.Remote.Transport.AssociationHandle connection, int bytes)
    {
        var message = TestFrames.Envelope(Peer + "user/x#1", TestFrames.Text(new string('x', 1000)), Room + "#1");
        for (var written = 0; written < bytes; written += message.Length)
            connection.Write(ByteString.CopyFrom(message));
    }

    private static string Text(byte[] frame) => Encoding.ASCII.GetString(frame);

    private static async Task<(FakeConnection Connection, Heard Heard)> AssociateAsync(GuardInProcess guard, int port = 1)
    {
        var connection = await guard.ComeAsync("127.0.0.1", port);
        connection.Come(TestFrames.Associate("Peer", "127.0.0.1", port));
        return (connection, guard.Let[guard.Last!]);
    }
}
