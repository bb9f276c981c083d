using Speed;

var runs = new Dictionary<string, Func<Task<Table>>>(StringComparer.Ordinal)
{
    ["local"] = LocalRun.RunAsync,
    ["remote"] = RemoteRun.RunAsync,
    ["limit"] = LimitRun.RunAsync,
    ["processes"] = ProcessesRun.RunAsync,
    ["start"] = StartRun.RunAsync,
};

if (args is ["echo"])
    return await EchoNode.RunAsync().ConfigureAwait(false);
if (args.Length != 1 || !runs.TryGetValue(args[0], out var run))
{
    await Console.Error.WriteLineAsync($"usage: speed {string.Join('|', runs.Keys)}").ConfigureAwait(false);
    return 2;
}

(await run().ConfigureAwait(false)).Print(Console.Out);
return 0;
