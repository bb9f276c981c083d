using BotNode.Seeds;
using BotNode.Tests.Programs;

namespace BotNode.Tests.Seeds;

public sealed class TranscriptFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_empty_file_takes_a_transcript()
    {
        var path = _folder.With("empty.jsonl", "");

        Assert.Null(TranscriptFile.Problem(path));
        using (var file = TranscriptFile.Create(path))
            file.Write("line");
        Assert.Equal("line", File.ReadAllText(path));
    }

    [Fact]
    public void A_link_to_a_file_with_something_in_it_is_refused()
    {
        var path = _folder.File("link.jsonl");
        File.CreateSymbolicLink(path, _folder.With("talk.jsonl", "precious"));

        Assert.Equal($"{path} exists already; choose another name for --transcript, or remove it.", TranscriptFile.Problem(path));
    }

    [Fact]
    public void An_empty_file_takes_a_transcript_through_a_relative_link()
    {
        _folder.With("empty.jsonl", "");
        var path = _folder.File("link.jsonl");
        File.CreateSymbolicLink(path, "empty.jsonl");

        Assert.Null(TranscriptFile.Problem(path));
        using (var file = TranscriptFile.Create(path))
            file.Write("line");
        Assert.Equal("line", File.ReadAllText(_folder.File("empty.jsonl")));
    }

    [LinuxFact]
    public void A_pipe_takes_a_transcript()
    {
        using var reader = new System.IO.Pipes.AnonymousPipeServerStream(System.IO.Pipes.PipeDirection.In);
        var path = $"/dev/fd/{reader.ClientSafePipeHandle.DangerousGetHandle()}";

        Assert.Null(TranscriptFile.Problem(path));
        using (var file = TranscriptFile.Create(path))
            file.Write("line");
        reader.DisposeLocalCopyOfClientHandle();
        Assert.Equal("line", new StreamReader(reader).ReadToEnd());
    }

    [Fact]
    public void A_folder_is_called_one()
    {
        var path = Directory.CreateDirectory(_folder.File("talks")).FullName;

        Assert.Equal($"{path} is a folder; --transcript takes the name of a file.", TranscriptFile.Problem(path));
    }

    [Theory]
    [InlineData("one\ntwø\n")]
    [InlineData("one\ntwø\n{\"n\":3,\"t\"")]
    [InlineData("one\ntwø\n\0\0\0\0")]
    [InlineData("one\ntwø")]
    public void A_transcript_goes_on_after_its_last_intact_line(string text)
    {
        var path = _folder.With("talk.jsonl", text);

        using (var file = TranscriptFile.Resume(path, ["one", "twø"]))
            file.Write("three\n");

        Assert.Equal("one\ntwø\nthree\n", File.ReadAllText(path));
    }

    [Fact]
    public void A_transcript_that_has_grown_since_it_was_read_is_left_as_it_is()
    {
        var path = _folder.With("talk.jsonl", "one\ntwo\nthree\n");

        var refused = Assert.Throws<IOException>(() => TranscriptFile.Resume(path, ["one", "two"]));

        Assert.Equal("another seed node has written it meanwhile", refused.Message);
        Assert.Equal("one\ntwo\nthree\n", File.ReadAllText(path));
    }
}
