using System.Diagnostics;
using System.Globalization;

namespace Chatroom.Actors;

/// <summary>Writes a fault as it stands in a scenario.</summary>
internal static class FaultWriter
{
    /// <summary>The fault, on one line.</summary>
    public static string Of(Fault fault) => $"{{ {string.Join(", ", [$"at = {Time(fault.At)}", .. Fields(fault)])} }}";

    private static string[] Fields(Fault fault) => fault switch
    {
        Fault.Cut cut => [$"cut = [{FaultReader.SeedNode}, {Name(cut.Bot)}]"],
        Fault.Block { Way: FaultWay.Both } block => [$"partition = [{FaultReader.SeedNode}, {Name(block.Bot)}]", For(block.For)],
        Fault.Block { Way: FaultWay.ToBot } block => [$"block = [{FaultReader.SeedNode}, {Name(block.Bot)}]", For(block.For)],
        Fault.Block block => [$"block = [{Name(block.Bot)}, {FaultReader.SeedNode}]", For(block.For)],
        Fault.Slow slow => [$"slow = [{FaultReader.SeedNode}, {Name(slow.Bot)}]", For(slow.For), string.Create(CultureInfo.InvariantCulture, $"factor = {slow.Factor}")],
        Fault.Refuse refuse => [$"refuse = [{Name(refuse.Bot)}, {FaultReader.SeedNode}]", For(refuse.For)],
        Fault.Kill kill =>
        [
            $"kill = {Name(kill.Bot)}",
            .. kill.RestartAfter is { } after ? [$"restart-after = {Time(after)}"] : Array.Empty<string>(),
            .. kill.Ending == KillEnding.Closed ? Array.Empty<string>() : [$"ending = {EnumWords.Of(kill.Ending)}"],
        ],
        Fault.Pause pause => [$"pause = {Name(pause.Bot)}", For(pause.For)],
        _ => throw new UnreachableException($"{fault.GetType().Name} has no words."),
    };

    private static string For(TimeSpan span) => $"for = {Time(span)}";

    private static string Name(string? bot) => bot is null ? FaultReader.SeedNode : ScriptWriter.Value(bot);

    // Whole seconds as such, for people.
    private static string Time(TimeSpan span) => span.Ticks % TimeSpan.TicksPerSecond == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds} s")
        : ScriptWriter.Time(span);
}
