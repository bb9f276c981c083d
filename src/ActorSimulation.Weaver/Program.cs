using ActorSimulation.Weaver;

if (args is not [var from, var to])
{
    Console.Error.WriteLine("usage: ActorSimulation.Weaver AKKA.REMOTE.DLL COPY");
    return 2;
}

try
{
    RemoteWeaver.Weave(from, to);
    return 0;
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException or BadImageFormatException or NotSupportedException)
{
    Console.Error.WriteLine($"{from} : error : no copy for simulations can be made: {error.Message}");
    return 1;
}
