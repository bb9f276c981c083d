using System.Globalization;
using System.Runtime.CompilerServices;
using Akka.Actor;
using Akka.TestKit;
using Chatroom.Actors;
using Xunit;

namespace Chatroom.TestKit;

/// <summary>
/// A test that plays scenarios and transcripts in its own actor system, in virtual time, and simulates scenarios with faults: docs/testing.md.
/// </summary>
public abstract class ScenarioTest : Akka.TestKit.Xunit2.TestKit
{
    private readonly Dictionary<string, TestProbe> _probes = new(StringComparer.Ordinal);

    /// <summary>Makes the actor system, whose time passes only while something is played.</summary>
    protected ScenarioTest()
        : base(Replay.Settings)
    {
    }

    /// <summary>A probe that is told what a bot is told, and what becomes of its answers, from the next play on.</summary>
    /// <param name="bot">The bot's name.</param>
    /// <returns>A probe that gets each <see cref="BotNews"/>, such as <see cref="BotNews.Heard"/>.</returns>
    protected TestProbe Watch(string bot)
    {
        ArgumentException.ThrowIfNullOrEmpty(bot);
        return _probes.TryGetValue(bot, out var known) ? known : _probes[bot] = CreateTestProbe();
    }

    /// <summary>A program that thinks for a bot, in any language: docs/minds.md. For <see cref="Minds"/>.</summary>
    /// <param name="command">A command line, as typed in the system's shell. It runs in the folder of the test's source, or of its assembly.</param>
    /// <param name="test">The source of the test; the compiler says it.</param>
    protected static Func<IMind> Program(string command, [CallerFilePath] string test = "") => ProgramMind.Of(command, TestFiles.FolderOf(test));

    /// <summary>Plays a scenario or a transcript to its end. The test fails if it comes out otherwise than expected.</summary>
    /// <param name="file">The file, from the folder of the test's source or of its assembly; or the name of a scenario that comes with the library.</param>
    /// <param name="minds">What thinks for which bots: in a scenario where it has no text for them, in a transcript wherever they answered.</param>
    /// <param name="test">The source of the test; the compiler says it.</param>
    /// <returns>What happened.</returns>
    /// <exception cref="InvalidFileException">There is no such file, or there are mistakes in it.</exception>
    /// <exception cref="ArgumentException">There is a mind for somebody who is not on the roster; or a transcript of this kind can't be played.</exception>
    protected async Task<ReplayResult> PlayAsync(string file, Minds? minds = null, [CallerFilePath] string test = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        var path = TestFiles.Find(file, test);
        var result = Path.GetExtension(path) == ".jsonl"
            ? await Replay.RunInAsync(Sys, Transcript.Load(path), minds, TellProbe)
            : await Replay.RunInAsync(Sys, Scenario.Load(path), minds, TellProbe);
        if (result.Differences.Count > 0)
        {
            Assert.Fail($"{file} comes out otherwise than expected:\n{string.Join('\n', result.Differences)}");
        }
        return result;
    }

    /// <summary>Simulates a scenario with faults of network and nodes, once for each seed. The test fails at the first conversation that does; it is kept and shrunk in <c>simulations/</c> beside the test's source.</summary>
    /// <param name="file">The file, which has no script. If it says itself what goes wrong, it is simulated once, with its own seed.</param>
    /// <param name="minds">What thinks for which bots.</param>
    /// <param name="seeds">How many seeds, from 1.</param>
    /// <param name="property">Says what is wrong with a conversation that came to its end; null if nothing is. An assertion may be in it as well.</param>
    /// <param name="faults">What may go wrong: <c>none</c>, <c>light</c>, <c>heavy</c>, or kinds with commas between, such as <c>cut,kill</c>.</param>
    /// <param name="test">The source of the test; the compiler says it.</param>
    /// <returns>How many were played.</returns>
    /// <exception cref="InvalidFileException">There is no such file, or there are mistakes in it.</exception>
    /// <exception cref="ArgumentException">The scenario has a script, there is a mind for somebody who is not on the roster, or the faults are of no known kind.</exception>
    protected static async Task<SimulationResult> SimulateAsync(
        string file, Minds? minds = null, int seeds = 200, Func<Transcript, string?>? property = null, string faults = "heavy", [CallerFilePath] string test = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        var options = new SimulationOptions { Runs = seeds, Faults = faults, Keep = Path.Combine(TestFiles.FolderOf(test), "simulations") };
        var result = await Simulation.RunAsync(Scenario.Load(TestFiles.Find(file, test)), options, minds, property);
        if (result.Failure is { } failure)
        {
            Assert.Fail(string.Join('\n',
            [
                string.Create(CultureInfo.InvariantCulture, $"{file} fails with seed {result.FailedSeed}: {failure.Property}."),
                .. failure.Problems,
                .. result.Kept is { } kept ? [$"shrunk: {kept.Shrunk}", .. kept.Script is { } script ? [$"as a script: {script}"] : Array.Empty<string>()] : Array.Empty<string>(),
            ]));
        }
        return result;
    }

    private void TellProbe(string bot, BotNews news)
    {
        if (_probes.TryGetValue(bot, out var probe))
        {
            probe.Ref.Tell(news);
        }
    }
}
