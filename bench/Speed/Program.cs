using Speed;

var runs = new Dictionary<string, Func<Task<Table>>>(StringComparer.Ordinal)
{
    ["local"] = LocalRun.RunAsync,
    ["remote"] = RemoteRun.RunAsync,
    ["limit"] = LimitRun.RunAsync,
    ["processes"] = ProcessesRun.RunAsync,
    ["start"] = StartRun.RunAsync,
#if !OFFICIAL
    ["room"] = Speed.Internals.RoomRun.RunAsync,
#endif
};

if (args is ["echo"])
    return await EchoNode.RunAsync().ConfigureAwait(false);
if (args is ["remote", var number] && int.TryParse(number, out var clients) && clients > 0)
    RemoteRun.Clients = [clients];
else if (args is not [_])
    args = [string.Empty];
if (!runs.TryGetValue(args[0], out var run))
{
    await Console.Error.WriteLineAsync($"usage: speed {string.Join('|', runs.Keys)}, or speed remote CLIENTS").ConfigureAwait(false);
    return 2;
}

(await run().ConfigureAwait(false)).Print(Console.Out);
return 0;
