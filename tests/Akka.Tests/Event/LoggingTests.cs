using Akka.Actor;
using Akka.Event;
using Akka.Tests.Support;

namespace Akka.Tests.Event;

public class LoggingTests() : ActorSystemTests("akka.loglevel = DEBUG, akka.loggers = []")
{
    private async Task<Recorder> ListenAsync(ILoggingAdapter log)
    {
        var probe = CreateRecorder();
        Sys.EventStream.Subscribe(probe.Ref, typeof(LogEvent));

        // What the system itself logs while it starts comes before this.
        log.Error("begin");
        await probe.NextWhereAsync<Error>(error => Equals(error.Message, "begin"));
        return probe;
    }

    [Fact]
    public async Task Arguments_are_put_into_the_format()
    {
        var log = Logging.GetLogger(Sys, "here");
        var probe = await ListenAsync(log);
        log.Info("{0} and {1}", "Felix", 4);
        Assert.Equal("Felix and 4", (await probe.NextAsync<Info>()).Message!.ToString());
    }

    [Fact]
    public async Task Text_without_arguments_stays_as_it_is()
    {
        var log = Logging.GetLogger(Sys, "here");
        var probe = await ListenAsync(log);
        log.Info("a {brace}");
        Assert.Equal("a {brace}", (await probe.NextAsync<Info>()).Message!.ToString());
    }

    [Fact]
    public async Task Each_level_has_its_event()
    {
        var log = Logging.GetLogger(Sys, "here");
        var probe = await ListenAsync(log);
        log.Debug("d");
        log.Info("i");
        log.Warning("w");
        log.Error("e");
        Assert.Equal(LogLevel.DebugLevel, (await probe.NextAsync<Debug>()).LogLevel());
        Assert.Equal(LogLevel.InfoLevel, (await probe.NextAsync<Info>()).LogLevel());
        Assert.Equal(LogLevel.WarningLevel, (await probe.NextAsync<Warning>()).LogLevel());
        Assert.Equal(LogLevel.ErrorLevel, (await probe.NextAsync<Error>()).LogLevel());
    }

    [Fact]
    public async Task Cause_is_part_of_the_event()
    {
        var log = Logging.GetLogger(Sys, "here");
        var probe = await ListenAsync(log);
        var cause = new InvalidOperationException("boom");
        log.Error(cause, "it went {0}", "wrong");
        var error = await probe.NextAsync<Error>();
        Assert.Same(cause, error.Cause);
        Assert.Contains("it went wrong", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("boom", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_say_where_they_come_from()
    {
        var log = Logging.GetLogger(Sys, typeof(LoggingTests));
        var probe = await ListenAsync(log);
        log.Info("x");
        var info = await probe.NextAsync<Info>();
        Assert.Equal(typeof(LoggingTests), info.LogClass);
        Assert.Equal("LoggingTests (akka://test)", info.LogSource);
    }

    [Fact]
    public async Task An_actors_log_is_under_its_path()
    {
        var probe = await ListenAsync(Logging.GetLogger(Sys, "here"));
        var actor = CreateActor((_, context) => context.GetLogger().Warning("from inside"), "talker");
        actor.Tell("go", ActorRefs.NoSender);
        var warning = await probe.NextWhereAsync<Warning>(_ => true);
        Assert.Equal("akka://test/user/talker", warning.LogSource);
    }

    [Fact]
    public async Task Level_of_the_bus_keeps_lower_events_out_of_logs_made_later()
    {
        var probe = await ListenAsync(Logging.GetLogger(Sys, "here"));
        Sys.EventStream.SetLogLevel(LogLevel.WarningLevel);
        var log = Logging.GetLogger(Sys, "here");
        Assert.False(log.IsInfoEnabled);
        Assert.True(log.IsWarningEnabled);
        log.Info("quiet");
        log.Warning("loud");
        Assert.Equal("loud", (await probe.NextAsync<Warning>()).Message);
    }

    [Fact]
    public void Logs_keep_the_level_that_they_were_made_with()
    {
        var log = Logging.GetLogger(Sys, "here");
        Sys.EventStream.SetLogLevel(LogLevel.WarningLevel);
        Assert.True(log.IsDebugEnabled);
    }

    [Theory]
    [InlineData(LogLevel.DebugLevel, true, true, true, true)]
    [InlineData(LogLevel.InfoLevel, false, true, true, true)]
    [InlineData(LogLevel.WarningLevel, false, false, true, true)]
    [InlineData(LogLevel.ErrorLevel, false, false, false, true)]
    public void Levels_from_the_buss_level_on_are_enabled(LogLevel level, bool debug, bool info, bool warning, bool error)
    {
        Sys.EventStream.SetLogLevel(level);
        var log = Logging.GetLogger(Sys, "here");
        Assert.Equal(
            (debug, info, warning, error),
            (log.IsDebugEnabled, log.IsInfoEnabled, log.IsWarningEnabled, log.IsErrorEnabled));
        Assert.Equal(info, log.IsEnabled(LogLevel.InfoLevel));
    }

    [Theory]
    [InlineData("DEBUG", LogLevel.DebugLevel)]
    [InlineData("INFO", LogLevel.InfoLevel)]
    [InlineData("WARNING", LogLevel.WarningLevel)]
    [InlineData("ERROR", LogLevel.ErrorLevel)]
    public void Levels_have_names(string name, LogLevel level)
    {
        Assert.Equal(level, Logging.LogLevelFor(name));
        Assert.Equal(name, level.StringFor());
    }

    [Fact]
    public void Unknown_level_name_is_refused() => Assert.Throws<ArgumentException>(() => Logging.LogLevelFor("LOUD"));

    [Fact]
    public void Levels_have_event_types()
    {
        Assert.Equal(typeof(Warning), LogLevel.WarningLevel.ClassFor());
        Assert.Equal(LogLevel.WarningLevel, Logging.LogLevelFor<Warning>());
    }

    [Fact]
    public void NoLogger_takes_everything_and_says_nothing()
    {
        NoLogger.Instance.Error("nobody hears {0}", "this");
        Assert.False(NoLogger.Instance.IsErrorEnabled);
    }
}
