using BotNode.Bots;
using BotNode.Nodes;
using BotNode.Output;
using Chatroom.Actors;

namespace BotNode.Tests.Bots;

public sealed class BotScreenTests
{
    [Fact]
    public void The_first_answer_that_is_shortened_has_a_line_and_the_others_a_count_at_the_end_however_that_comes()
    {
        using var errors = new StringWriter { NewLine = "\n" };
        using (var screens = new BotScreens(new Terminal(TextReader.Null, new LastingWriter(TextWriter.Null), new LastingWriter(errors), IsColoured: false), [null]))
        {
            for (var round = 1; round <= 3; round++)
                screens.All[0].Take(new BotNews.Shortened(round, 6000));
        }

        Assert.Equal(
            ["botnode: An answer to round 1 has 6,000 characters; only the first 4,096 are said.", "botnode: 2 more answers were shortened."],
            errors.ToString().TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Each_kind_of_change_has_a_line_and_a_count_of_its_own()
    {
        using var errors = new StringWriter { NewLine = "\n" };
        var notes = new AnswerNotes(errors, "[red] ");

        foreach (var news in new BotNews.AnswerNotAsGiven[] { new BotNews.Blank(1), new BotNews.Cleaned(2), new BotNews.Blank(3), new BotNews.TooLate(4), new BotNews.Cleaned(5), new BotNews.Cleaned(6) })
            notes.Take(news);
        notes.End();

        Assert.Equal(
            [
                "botnode: [red] An answer to round 1 is blank, and is not said.",
                "botnode: [red] An answer to round 2 has control characters, such as line ends; they are said as blanks.",
                "botnode: [red] An answer to round 4 came when the conversation was over, and is not said.",
                "botnode: [red] 1 more answer was blank.",
                "botnode: [red] 2 more answers were said with blanks for control characters.",
            ],
            errors.ToString().TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Of_each_room_that_was_lost_again_it_is_said_again_that_it_is_there()
    {
        using var errors = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(TextReader.Null, new LastingWriter(TextWriter.Null), new LastingWriter(errors), IsColoured: false);
        using var screens = new BotScreens(terminal, ["red", "blue"]);

        for (var time = 0; time < 2; time++)
        {
            screens.SayLost(new RoomAddress("127.0.0.1", 8080), TimeSpan.FromMinutes(1));
            foreach (var screen in screens.All)
                screen.Take(new BotNews.Returned());
        }

        string[] once =
        [
            "botnode: The room at akka.tcp://Chatroom@127.0.0.1:8080 is lost; looking for it for 60 s.",
            "botnode: [red] The room is there again.",
            "botnode: [blue] The room is there again.",
        ];
        Assert.Equal([.. once, .. once], errors.ToString().TrimEnd('\n').Split('\n'));
    }
}
