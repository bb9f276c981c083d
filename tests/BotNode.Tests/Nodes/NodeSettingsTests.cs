using Akka.Configuration;
using BotNode.Nodes;
using Chatroom.Actors;
using Chatroom.Actors.Hocon;

namespace BotNode.Tests.Nodes;

public sealed class NodeSettingsTests
{
    private const string Provider = "akka.actor.provider = remote\n";

    private static Config Good(string text)
    {
        var loaded = NodeSettings.ParseBot(Provider + text);
        Assert.Empty(loaded.Errors);
        return loaded.Value!;
    }

    [Theory]
    [InlineData("seed.conf")]
    [InlineData("bot.conf")]
    public void What_comes_with_the_program_reaches_Akka_as_Akka_itself_would_read_it(string file)
    {
        var text = File.ReadAllText(Path.Combine(HoconFile.ProgramFolder, file));
        var (ours, theirs) = (file == "seed.conf" ? NodeSettings.Seed().Value!.Akka : NodeSettings.Bot().Value!, ConfigurationFactory.ParseString(text));
        var paths = LeavesOf((HoconObject)HoconParser.Parse(text, file)).Where(path => path.StartsWith("akka.", StringComparison.Ordinal)).ToList();

        Assert.True(paths.Count >= 14);
        Assert.All(paths, path => Assert.Equal(Read(theirs, path), Read(ours, path)));
        Assert.Equal(ConfigurationFactory.ParseString("akka {" + text.Split("\nakka {")[1]).ToString(), ours.ToString());
    }

    [Theory]
    [InlineData("1 s", 1_000)]
    [InlineData("\"1 s\"", 1_000)]
    [InlineData("500ms", 500)]
    [InlineData("5m", 300_000)]
    [InlineData("250", 250)]
    public void A_time_reaches_Akka(string text, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Good($"akka.actor.deployment.t = {text}").GetTimeSpan("akka.actor.deployment.t"));

    [Theory]
    [InlineData("128000b", 128_000)]
    [InlineData("64 KiB", 65_536)]
    [InlineData("10kB", 10_000)]
    [InlineData("512", 512)]
    public void A_size_reaches_Akka(string text, long bytes) => Assert.Equal(bytes, Good($"akka.actor.deployment.s = {text}").GetByteSize("akka.actor.deployment.s"));

    [Theory]
    [InlineData("on", true)]
    [InlineData("off", false)]
    [InlineData("true", true)]
    [InlineData("\"false\"", false)]
    public void A_switch_reaches_Akka(string text, bool value) => Assert.Equal(value, Good($"akka.actor.deployment.b = {text}").GetBoolean("akka.actor.deployment.b"));

    [Theory]
    [InlineData("-7", -7)]
    [InlineData("1e3", 1000)]
    [InlineData("1E+3", 1000)]
    [InlineData("0.25", 0.25)]
    public void A_number_reaches_Akka(string text, double value) => Assert.Equal(value, Good($"akka.actor.deployment.n = {text}").GetDouble("akka.actor.deployment.n"));

    [Theory]
    [InlineData("\"say \\\"hi\\\" \\\\ / {x} [y] = z, # no // comment\"", "say \"hi\" \\ / {x} [y] = z, # no // comment")]
    [InlineData("\"\"\"C:\\new \"folder\" \"\"\"x", "C:\\new \"folder\" x")]
    [InlineData("\"a\\nb\\tc\\u0001\\u2028d\"", "a\nb\tc\u0001\u2028d")]
    [InlineData("Grüße", "Grüße")]
    [InlineData("\"\\uD83D\\uDE00 世界\"", "\U0001F600 世界")]
    [InlineData("\"${not.a.substitution}\"", "${not.a.substitution}")]
    [InlineData("\"\"", "")]
    [InlineData("two  words", "two  words")]
    [InlineData("c#", "c")]
    [InlineData("\"include \\\"x\\\"\"", "include \"x\"")]
    [InlineData("null", null)]
    public void A_text_reaches_Akka(string text, string? value) =>
        Assert.Equal(value, Good($"akka.actor.deployment.t = {text}").GetString("akka.actor.deployment.t"));

    [Theory]
    [InlineData("System.String, System.Runtime")]
    [InlineData("Chatroom.Actors.ChatroomProtocol+IChatroomMessage, Chatroom.Actors")]
    [InlineData("/user/a b/*")]
    [InlineData("include")]
    [InlineData("a:b=c{d}[e]#f//g$h")]
    [InlineData("0")]
    [InlineData("ключ")]
    public void A_key_reaches_Akka(string key)
    {
        var deployment = Good($"akka.actor.deployment {{ \"{key}\" = x, other = y }}").GetConfig("akka.actor.deployment");

        Assert.Equal([key, "other"], deployment.Root.GetObject().Items.Keys);
        Assert.Equal("x", deployment.Root.GetObject().Items[key].GetString());
    }

    [Fact]
    public void What_is_empty_reaches_Akka_and_what_is_not_there_does_not()
    {
        var settings = Good("akka.actor.deployment { l = [], o = {}, s = ${?NO_SUCH_VARIABLE_HERE}, m = [a b, \"c, d\", [1, 2], { e = 1 }] }").GetConfig("akka.actor.deployment");

        Assert.Empty(settings.GetStringList("l"));
        Assert.True(settings.GetValue("o").IsObject());
        Assert.Empty(settings.GetValue("o").GetObject().Items);
        Assert.False(settings.HasPath("s"));
        var items = settings.GetValue("m").GetArray();
        Assert.Equal(["a b", "c, d"], items.Take(2).Select(item => item.GetString()));
        Assert.Equal([1, 2], items[2].GetIntList());
        Assert.Equal(1, items[3].GetObject().GetKey("e").GetInt());
    }

    [Fact]
    public void Substitutions_and_additions_are_done_before_Akka_sees_them()
    {
        var settings = Good(
            """
            akka.actor.deployment { p = 1 s, a { x = ${akka.actor.deployment.p} }, b = ${akka.actor.deployment.a} { y = 2, l = [1] }, b.l += 2 }
            akka.actor.deployment.path = ${?PATH}
            """).GetConfig("akka.actor.deployment");

        Assert.Equal(TimeSpan.FromSeconds(1), settings.GetTimeSpan("b.x"));
        Assert.Equal(2, settings.GetInt("b.y"));
        Assert.Equal([1, 2], settings.GetIntList("b.l"));
        Assert.Equal(Environment.GetEnvironmentVariable("PATH"), settings.GetString("path"));
    }

    [Theory]
    [InlineData("\naka.loglevel = INFO", "bot.conf:3: aka: is not known here; known are akka")]
    [InlineData("rooms = [red]", "bot.conf:2: rooms: is not known here; known are akka")]
    [InlineData("akka = 5", "bot.conf:2: akka: must be an object: { ... }")]
    [InlineData("akka.remote = on", "bot.conf:2: akka.remote: must be an object: { ... }")]
    [InlineData("akka.actor.provider = local", "bot.conf:2: akka.actor.provider: must be remote, or no other node is heard")]
    [InlineData("akka.actor.serializers.mine = \"No.Such, Nowhere\"", "bot.conf:2: akka.actor.serializers.mine: names no type that is there: \"No.Such, Nowhere\"")]
    [InlineData("akka.actor.serialization-bindings {\n \"No.Such, Nowhere\" = json }", "bot.conf:3: akka.actor.serialization-bindings.No.Such, Nowhere: names no type that is there")]
    [InlineData("akka.actor.serialization-bindings {\n \"System.String\" = nobody }", "bot.conf:3: akka.actor.serialization-bindings.System.String: nobody is none of akka.actor.serializers")]
    [InlineData("akka.remote.dot-netty.tcp.applied-adapters = [\n guard ]", "bot.conf:2: akka.remote.dot-netty.tcp.applied-adapters: guard is none of akka.remote.adapters")]
    [InlineData("akka.remote.adapters.guard = \"No.Such,Nowhere\"", "bot.conf:2: akka.remote.adapters.guard: names no type that is there: \"No.Such,Nowhere\"")]
    [InlineData("akka.remote.adapters.guard = \"System.String, System.Runtime\"", "bot.conf:2: akka.remote.adapters.guard: must be written without a blank after the comma, or Akka does not read it")]
    [InlineData("akka.remote.trusted-selection-paths = 5", "bot.conf:2: akka.remote.trusted-selection-paths: must be a list: [ ... ]")]
    [InlineData("akka.remote.enabled-transports = [\n akka.remote.nosuch]", "bot.conf:2: akka.remote.enabled-transports: must be [akka.remote.dot-netty.tcp], the one that the program sets up, not akka.remote.nosuch")]
    [InlineData("akka.remote.watch-failure-detector.implementation-class = \"No.Such, Nowhere\"", "bot.conf:2: akka.remote.watch-failure-detector.implementation-class: names no type that is there: \"No.Such, Nowhere\"")]
    [InlineData("akka.remote.transport-failure-detector.implementation-class = \"No.Such, Nowhere\"", "bot.conf:2: akka.remote.transport-failure-detector.implementation-class: names no type that is there: \"No.Such, Nowhere\"")]
    [InlineData("akka.remote.dot-netty.tcp { port = -1 }", "bot.conf:2: akka.remote.dot-netty.tcp.port: must be a whole number from 0 to 65535, not \"-1\"")]
    [InlineData("akka.remote.dot-netty.tcp.enable-ssl = maybe", "bot.conf:2: akka.remote.dot-netty.tcp.enable-ssl: must be on or off")]
    public void A_mistake_that_Akka_would_not_tell_is_told_with_its_line(string text, string error) =>
        Assert.Equal(error, Assert.Single(NodeSettings.ParseBot(Provider + text).Errors));

    [Theory]
    [InlineData("akka.remote.watch-failure-detector.acceptable-heartbeat-pause = [3]", "akka.remote.watch-failure-detector.acceptable-heartbeat-pause: must be a plain value")]
    [InlineData("akka.remote.watch-failure-detector.heartbeat-interval = abc", "akka.remote.watch-failure-detector.heartbeat-interval: must be a time, as Akka's own 1 s is, not \"abc\"")]
    [InlineData("akka.remote.watch-failure-detector = 5", "akka.remote.watch-failure-detector: must be an object: { ... }")]
    [InlineData("akka.remote.retry-gate-closed-for = [1]", "akka.remote.retry-gate-closed-for: must be a plain value")]
    [InlineData("akka.remote.retry-gate-closed-for = off", "akka.remote.retry-gate-closed-for: must be a time, as Akka's own 5 s is, not \"off\"")]
    [InlineData("akka.remote.untrusted-mode = maybe", "akka.remote.untrusted-mode: must be on or off, not \"maybe\"")]
    [InlineData("akka.remote.dot-netty.tcp.maximum-frame-size = abc", "akka.remote.dot-netty.tcp.maximum-frame-size: must be a size, as Akka's own 128000b is, not \"abc\"")]
    [InlineData("akka.remote.dot-netty.tcp.transport-class = \"No.Such, Nowhere\"", "akka.remote.dot-netty.tcp.transport-class: names no type that is there: \"No.Such, Nowhere\"")]
    [InlineData("akka.remote.dot-netty.tcp.server-socket-worker-pool.pool-size-max = 99999999999", "akka.remote.dot-netty.tcp.server-socket-worker-pool.pool-size-max: must be a number, as Akka's own 2 is, not \"99999999999\"")]
    [InlineData("akka.loglevel = LOUD", "akka.loglevel: must be DEBUG, INFO, WARNING, ERROR or OFF, not \"LOUD\"")]
    [InlineData("akka { actor.deployment.level = LOUD,\n loglevel = ${akka.actor.deployment.level} }", "akka.loglevel: must be DEBUG, INFO, WARNING, ERROR or OFF, not \"LOUD\"")]
    [InlineData("akka.stdout-loglevel = LOUD", "akka.stdout-loglevel: must be DEBUG, INFO, WARNING, ERROR or OFF, not \"LOUD\"")]
    [InlineData("akka.log-dead-letters = maybe", "akka.log-dead-letters: must be a number, as Akka's own 10 is, not \"maybe\"")]
    [InlineData("akka.actor.ask-timeout = soon", "akka.actor.ask-timeout: must be a time, as Akka's own infinite is, not \"soon\"")]
    [InlineData("akka.actor.default-dispatcher = 5", "akka.actor.default-dispatcher: must be an object: { ... }")]
    [InlineData("akka.actor.default-mailbox.mailbox-type = \"No.Such, Nowhere\"", "akka.actor.default-mailbox.mailbox-type: names no type that is there: \"No.Such, Nowhere\"")]
    [InlineData("akka.scheduler.implementation = \"No.Such, Nowhere\"", "akka.scheduler.implementation: names no type that is there: \"No.Such, Nowhere\"")]
    [InlineData("akka.loggers = [\"No.Such, Nowhere\"]", "akka.loggers: names no type that is there: \"No.Such, Nowhere\"")]
    [InlineData("akka.extensions = [\"No.Such, Nowhere\"]", "akka.extensions: names no type that is there: \"No.Such, Nowhere\"")]
    [InlineData("akka.extensions = on", "akka.extensions: must be a list: [ ... ]")]
    public void A_value_of_another_type_than_Akkas_own_is_told_before_the_start(string text, string error) =>
        Assert.Equal($"bot.conf:2: {error}", Assert.Single(NodeSettings.ParseBot(Provider + text).Errors));

    [Theory]
    [InlineData("watch-failure-detector", "heartbeat-interval = 0")]
    [InlineData("watch-failure-detector", "heartbeat-interval = infinite")]
    [InlineData("watch-failure-detector", "threshold = 0")]
    [InlineData("watch-failure-detector", "max-sample-size = 0")]
    [InlineData("watch-failure-detector", "min-std-deviation = 0 ms")]
    [InlineData("watch-failure-detector", "unreachable-nodes-reaper-interval = 0")]
    [InlineData("watch-failure-detector", "expected-response-after = 0 s")]
    [InlineData("transport-failure-detector", "heartbeat-interval = 0")]
    public void A_failure_detector_that_Akka_could_not_make_is_told_before_the_start(string detector, string setting)
    {
        var (key, value) = (setting.Split(" = ")[0], setting.Split(" = ")[1]);

        Assert.Equal(
            $"bot.conf:2: akka.remote.{detector}.{key}: must be above 0, not \"{value}\"",
            Assert.Single(NodeSettings.ParseBot($"{Provider}akka.remote.{detector}.{setting}").Errors));
    }

    [Theory]
    [InlineData("akka.logevel = INFO", "akka.logevel")]
    [InlineData("akka.extensions = []\nakka.persistence.journal = x", "akka.persistence")]
    [InlineData("akka.actor.xserialization-bindings { \"System.String\" = json }", "akka.actor.xserialization-bindings")]
    [InlineData("akka.actor.default-dispatcher.thruput = 5", "akka.actor.default-dispatcher.thruput")]
    [InlineData("akka.remote.retry-gate-closed-fro = 1 s", "akka.remote.retry-gate-closed-fro")]
    [InlineData("akka.remote.watch-failure-detector.acceptable-hartbeat-pause = 3 s", "akka.remote.watch-failure-detector.acceptable-hartbeat-pause")]
    [InlineData("akka.remote.dot-netty.tcp.prot = 1", "akka.remote.dot-netty.tcp.prot")]
    public void A_key_that_Akka_does_not_know_is_told_before_the_start(string text, string key) =>
        Assert.Matches($"^bot.conf:[23]: {key}: is not known here; known are ", Assert.Single(NodeSettings.ParseBot(Provider + text).Errors));

    [Fact]
    public void Of_a_key_that_is_not_known_the_known_ones_are_told() =>
        Assert.Equal(
            "bot.conf:2: akka.remote.gremlin.debugg: is not known here; known are debug",
            Assert.Single(NodeSettings.ParseBot($"{Provider}akka.remote.gremlin.debugg = on").Errors));

    [Theory]
    [InlineData("akka.actor.serializers.mine = \"Akka.Serialization.ByteArraySerializer, Akka\"\nakka.actor.serialization-identifiers { \"Some.Type\" = 77 }")]
    [InlineData("akka.actor.serialization-settings.json.encode-type-names = off")]
    [InlineData("akka.actor.deployment { /mine { router = round-robin-pool, nr-of-instances = 5, whatever = x } }")]
    [InlineData("akka.actor.my-dispatcher { type = Dispatcher, whatever = 5 }")]
    [InlineData("akka.actor.default-dispatcher { type = ForkJoinDispatcher, dedicated-thread-pool { thread-count = 3 }, default-executor { whatever = 1 } }")]
    [InlineData("akka.actor.my-mailbox { mailbox-type = \"Akka.Dispatch.UnboundedMailbox\" }")]
    [InlineData("akka.remote.default-remote-dispatcher { throughput = 5 }")]
    [InlineData("akka.remote.transport-failure-detector { implementation-class = \"Akka.Remote.PhiAccrualFailureDetector, Akka.Remote\", threshold = 8 }")]
    [InlineData("akka.remote.watch-failure-detector.acceptable-heartbeat-pause = 0")]
    [InlineData("akka.remote.guard.whatever = 1")]
    [InlineData("akka.remote.dot-netty.tcp.log-transport = on")]
    [InlineData("akka.coordinated-shutdown.phases.mine.depends-on = [service-stop]")]
    [InlineData("akka.extensions = [\"System.String, System.Runtime\"]\nakka.persistence.journal.whatever = x")]
    [InlineData("akka { log-dead-letters = off, loglevel = null, actor.ask-timeout = infinite, log-dead-letters-suspend-duration = infinite }")]
    public void What_may_be_set_freely_is_no_mistake(string text) => Good(text);

    [Theory]
    [InlineData("seed.conf")]
    [InlineData("bot.conf")]
    public void In_the_files_that_come_with_the_program_nothing_is_a_mistake(string file)
    {
        // What nobody has changed is not checked when a node starts.
        var text = File.ReadAllText(Path.Combine(HoconFile.ProgramFolder, file));

        Assert.Empty(file == "seed.conf" ? NodeSettings.ParseSeed(text).Errors : NodeSettings.ParseBot(text).Errors);
    }

    [Theory]
    [InlineData("akka.actor.serialization-bindings { \"System.String\" = json }")]
    [InlineData("akka.remote.dot-netty.tcp.applied-adapters = [trttl, gremlin]")]
    [InlineData("akka.remote.adapters.mine = \"System.String,System.Runtime\"\nakka.remote.dot-netty.tcp.applied-adapters = [mine]")]
    [InlineData("akka.remote.watch-failure-detector.implementation-class = \"Akka.Remote.DeadlineFailureDetector, Akka.Remote\"")]
    [InlineData("akka.remote.enabled-transports = [akka.remote.dot-netty.tcp]")]
    public void What_Akka_itself_knows_may_be_named(string text) => Good(text);

    [Fact]
    public void Without_an_actor_system_there_is_no_node() =>
        Assert.Equal(
            "seed.conf:1: akka.actor.provider: must be remote, or no other node is heard",
            Assert.Single(NodeSettings.ParseSeed("rooms = [red]").Errors));

    private static string? Read(Config config, string path) => config.GetValue(path) is { } value && value.IsArray() && !value.IsString()
        ? $"[{string.Join('|', value.GetStringList())}]"
        : config.GetString(path);

    private static IEnumerable<string> LeavesOf(HoconObject o) => o.Fields.SelectMany(field => field.Value.Value is HoconObject inner
        ? LeavesOf(inner).Select(path => $"{Quoting.Key(field.Key)}.{path}")
        : [Quoting.Key(field.Key)]);
}
