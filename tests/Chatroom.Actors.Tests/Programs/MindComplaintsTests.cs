namespace Chatroom.Actors.Tests;

public sealed class MindComplaintsTests : IDisposable
{
    private readonly StringWriter _errors = new();
    private readonly Seconds _time = new();

    private string[] Lines => _errors.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    public void Dispose()
    {
        _errors.Dispose();
        _time.Dispose();
    }

    [Fact]
    public void A_few_are_told_whole_and_that_is_all()
    {
        using (var complaints = new MindComplaints(_errors, _time))
            Add(complaints, 5);

        Assert.Equal([.. Enumerable.Range(1, 5).Select(number => $"botnode: The program of --exec does wrong {number}.")], Lines);
    }

    [Fact]
    public void More_are_counted_by_the_second_and_summed_up_at_the_end()
    {
        using (var complaints = new MindComplaints(_errors, _time))
        {
            Add(complaints, 1_005);
            _time.Passes();
            Add(complaints, 234);
            _time.Passes();
            _time.Passes();
        }

        Assert.Equal(
            [
                "botnode: 1,000 more complaints about the program of --exec in a second.",
                "botnode: 234 more complaints about the program of --exec in a second.",
                "botnode: In all there were 1,239 complaints about the program of --exec, of which the first 5 are shown.",
            ],
            Lines[5..]);
    }

    [Fact]
    public void The_first_and_how_many_there_were_are_known()
    {
        using var complaints = new MindComplaints(_errors, _time);
        Assert.Equal(default, complaints.All);

        Add(complaints, 7);

        Assert.Equal(new MindComplaint(7, "does wrong 1"), complaints.All);
    }

    private static void Add(MindComplaints complaints, int count)
    {
        for (var number = 1; number <= count; number++)
            complaints.Add($"does wrong {number}");
    }

    /// <summary>A clock of one timer, which goes off when the test says that a second has passed.</summary>
    private sealed class Seconds : TimeProvider, ITimer
    {
        private Action _goOff = () => { };
        private bool _isSet;

        public void Passes()
        {
            if (!_isSet)
                return;
            _isSet = false;
            _goOff();
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _goOff = () => callback(state);
            return this;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => _isSet = dueTime == TimeSpan.FromSeconds(1);

        public void Dispose() => _isSet = false;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
