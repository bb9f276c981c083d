using Speed;

var runs = new Dictionary<string, Func<Task<Table>>>(StringComparer.Ordinal)
{
    ["start"] = StartRun.RunAsync,
    ["guard"] = GuardRun.RunAsync,
    ["room"] = RoomRun.RunAsync,
};

if (args is not [var name] || !runs.TryGetValue(name, out var run))
{
    await Console.Error.WriteLineAsync($"usage: speed {string.Join('|', runs.Keys)}").ConfigureAwait(false);
    return 2;
}

(await run().ConfigureAwait(false)).Print(Console.Out);
return 0;
