using System.Text;
using BotNode.Output;

namespace BotNode.Tests.Output;

public sealed class LastingWriterTests
{
    [Fact]
    public void What_is_written_arrives()
    {
        var to = new StringWriter { NewLine = "\n" };
        using var writer = new LastingWriter(to);

        writer.Write('a');
        writer.Write("b");
        writer.Write(['c', 'd'], 1, 1);
        writer.WriteLine("e");
        writer.WriteLine();

        Assert.Equal("abde\n\n", to.ToString());
        Assert.False(writer.Lost.IsCancellationRequested);
    }

    [Fact]
    public void A_failure_is_remembered_and_what_follows_is_dropped()
    {
        using var to = new FullWriter();
        using var writer = new LastingWriter(to);

        writer.WriteLine("one");
        writer.WriteLine("two");

        Assert.Equal(1, to.Attempts);
        Assert.Equal("The disk is full.", writer.Problem);
        Assert.True(writer.Lost.IsCancellationRequested);
    }

    [Fact]
    public void A_reader_that_has_gone_is_no_problem_but_the_end_of_writing()
    {
        var to = new StringWriter();
        using var writer = new LastingWriter(to);

        writer.Lose();
        writer.WriteLine("one");

        Assert.Equal("", to.ToString());
        Assert.Null(writer.Problem);
        Assert.True(writer.Lost.IsCancellationRequested);
    }

    [Fact]
    public void What_cannot_be_brought_to_the_disk_is_a_problem()
    {
        using var writer = new LastingWriter(new StringWriter(), () => throw new IOException("The disk is gone."));

        writer.WriteLine("one");
        writer.Sync();

        Assert.Equal("The disk is gone.", writer.Problem);
    }

    private sealed class FullWriter : TextWriter
    {
        public int Attempts { get; private set; }

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new NotSupportedException();

        public override void Write(ReadOnlySpan<char> buffer)
        {
            Attempts++;
            throw new IOException("The disk is full.");
        }
    }

    [Fact]
    public void A_line_shows_what_could_deceive_and_text_for_programs_stays_as_it_is()
    {
        var to = new StringWriter { NewLine = "\n" };
        using var writer = new LastingWriter(to);

        writer.WriteLine("a\u202Eb\e[2J");
        writer.Write("a\u202Eb\e[2J");

        Assert.Equal("a<U+202E>b<U+001B>[2J\na\u202Eb\e[2J", to.ToString());
    }
}
