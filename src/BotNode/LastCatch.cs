using System.ComponentModel;
using System.Net.Sockets;
using System.Reflection;
using BotNode.Output;
using Chatroom.Actors;

namespace BotNode;

/// <summary>Ends the program in one line when something happened that nobody caught, on whatever thread.</summary>
/// <param name="errors">Takes the line.</param>
/// <param name="trace">Whether to tell as well where it happened.</param>
internal sealed class LastCatch(TextWriter errors, bool trace)
{
    /// <summary>The environment variable that, set to 1, makes the program tell where it happened.</summary>
    public const string TraceVariable = "BOTNODE_TRACE";

    private const int TooManyOpenFiles = 24;

    /// <summary>Runs the program.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(Func<Task<int>> program)
    {
        try
        {
            return await program().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            return Tell(error);
        }
    }

    /// <summary>From now on catches what happens on other threads. A task that nobody waits for harms nothing: it is told only with the trace.</summary>
    /// <param name="exit">Ends the process with an exit code.</param>
    public void WatchOtherThreads(Action<int> exit)
    {
        AppDomain.CurrentDomain.UnhandledException += (_, unhandled) => exit(Tell((Exception)unhandled.ExceptionObject));
        if (trace)
            TaskScheduler.UnobservedTaskException += (_, unobserved) => errors.WriteLine($"botnode: nobody waited for this: {unobserved.Exception}");
    }

    /// <summary>Says what happened.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int Tell(Exception error)
    {
        var cause = CauseOf(error);
        var message = ChatText.Clean(cause.Message.ReplaceLineEndings(" ")).TrimEnd('.');
        errors.WriteLine(IsOutOfFiles(cause)
            ? $"botnode: {message}. {OpenFiles.Advice}"
            : $"botnode: Unexpected {cause.GetType().Name}: {message}. This is a bug in botnode. Please report it to those you have botnode from, with what is printed when {TraceVariable}=1 is set.");
        if (trace)
            errors.WriteLine(error.ToString());
        return ExitCode.CouldNotRun;
    }

    private static Exception CauseOf(Exception error) =>
        error is AggregateException or TargetInvocationException or TypeInitializationException && error.InnerException is { } inner ? CauseOf(inner) : error;

    private static bool IsOutOfFiles(Exception error) => error switch
    {
        Win32Exception { NativeErrorCode: TooManyOpenFiles } => !OperatingSystem.IsWindows(),
        SocketException { SocketErrorCode: SocketError.TooManyOpenSockets } => true,
        IOException => error.HResult == TooManyOpenFiles || (error.InnerException is { } inner && IsOutOfFiles(inner)),
        _ => false,
    };
}
