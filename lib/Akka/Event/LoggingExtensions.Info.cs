namespace Akka.Event;

public static partial class LoggingExtensions
{
    /// <summary>Logs an info event.</summary>
    /// <param name="log">The log.</param>
    /// <param name="format">The format, taken as it is.</param>
    public static void Info(this ILoggingAdapter log, string format) =>
        log.Log(LogLevel.InfoLevel, null, format);

    /// <summary>Logs an info event.</summary>
    /// <param name="log">The log.</param>
    /// <param name="format">The format.</param>
    /// <param name="args">The arguments.</param>
    public static void Info(this ILoggingAdapter log, string format, object?[] args) =>
        Write(log, LogLevel.InfoLevel, null, format, args);

    /// <summary>Logs an info event.</summary>
    /// <param name="log">The log.</param>
    /// <param name="format">The format.</param>
    /// <param name="arg1">The first argument.</param>
    /// <typeparam name="T1">Its first argument's type.</typeparam>
    public static void Info<T1>(
        this ILoggingAdapter log, string format, T1 arg1)
    {
        if (log.IsEnabled(LogLevel.InfoLevel)) Write(log, LogLevel.InfoLevel, null, format, [arg1]);
    }

    /// <summary>Logs an info event.</summary>
    /// <param name="log">The log.</param>
    /// <param name="format">The format.</param>
    /// <param name="arg1">The first argument.</param>
    /// <param name="arg2">The second argument.</param>
    /// <typeparam name="T1">Its first argument's type.</typeparam>
    /// <typeparam name="T2">Its second argument's type.</typeparam>
    public static void Info<T1, T2>(
        this ILoggingAdapter log, string format, T1 arg1, T2 arg2)
    {
        if (log.IsEnabled(LogLevel.InfoLevel)) Write(log, LogLevel.InfoLevel, null, format, [arg1, arg2]);
    }

    /// <summary>Logs an info event.</summary>
    /// <param name="log">The log.</param>
    /// <param name="format">The format.</param>
    /// <param name="arg1">The first argument.</param>
    /// <param name="arg2">The second argument.</param>
    /// <param name="arg3">The third argument.</param>
    /// <typeparam name="T1">Its first argument's type.</typeparam>
    /// <typeparam name="T2">Its second argument's type.</typeparam>
    /// <typeparam name="T3">Its third argument's type.</typeparam>
    public static void Info<T1, T2, T3>(
        this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3)
    {
        if (log.IsEnabled(LogLevel.InfoLevel)) Write(log, LogLevel.InfoLevel, null, format, [arg1, arg2, arg3]);
    }

    /// <summary>Logs an info event.</summary>
    /// <param name="log">The log.</param>
    /// <param name="format">The format.</param>
    /// <param name="arg1">The first argument.</param>
    /// <param name="arg2">The second argument.</param>
    /// <param name="arg3">The third argument.</param>
    /// <param name="arg4">The fourth argument.</param>
    /// <typeparam name="T1">Its first argument's type.</typeparam>
    /// <typeparam name="T2">Its second argument's type.</typeparam>
    /// <typeparam name="T3">Its third argument's type.</typeparam>
    /// <typeparam name="T4">Its fourth argument's type.</typeparam>
    public static void Info<T1, T2, T3, T4>(
        this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    {
        if (log.IsEnabled(LogLevel.InfoLevel)) Write(log, LogLevel.InfoLevel, null, format, [arg1, arg2, arg3, arg4]);
    }

    /// <summary>Logs an info event.</summary>
    /// <param name="log">The log.</param>
    /// <param name="format">The format.</param>
    /// <param name="arg1">The first argument.</param>
    /// <param name="arg2">The second argument.</param>
    /// <param name="arg3">The third argument.</param>
    /// <param name="arg4">The fourth argument.</param>
    /// <param name="arg5">The fifth argument.</param>
    /// <typeparam name="T1">Its first argument's type.</typeparam>
    /// <typeparam name="T2">Its second argument's type.</typeparam>
    /// <typeparam name="T3">Its third argument's type.</typeparam>
    /// <typeparam name="T4">Its fourth argument's type.</typeparam>
    /// <typeparam name="T5">Its fifth argument's type.</typeparam>
    public static void Info<T1, T2, T3, T4, T5>(
        this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
    {
        if (log.IsEnabled(LogLevel.InfoLevel)) Write(log, LogLevel.InfoLevel, null, format, [arg1, arg2, arg3, arg4, arg5]);
    }

    /// <summary>Logs an info event.</summary>
    /// <param name="log">The log.</param>
    /// <param name="format">The format.</param>
    /// <param name="arg1">The first argument.</param>
    /// <param name="arg2">The second argument.</param>
    /// <param name="arg3">The third argument.</param>
    /// <param name="arg4">The fourth argument.</param>
    /// <param name="arg5">The fifth argument.</param>
    /// <param name="arg6">The sixth argument.</param>
    /// <typeparam name="T1">Its first argument's type.</typeparam>
    /// <typeparam name="T2">Its second argument's type.</typeparam>
    /// <typeparam name="T3">Its third argument's type.</typeparam>
    /// <typeparam name="T4">Its fourth argument's type.</typeparam>
    /// <typeparam name="T5">Its fifth argument's type.</typeparam>
    /// <typeparam name="T6">Its sixth argument's type.</typeparam>
    public static void Info<T1, T2, T3, T4, T5, T6>(
        this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
    {
        if (log.IsEnabled(LogLevel.InfoLevel)) Write(log, LogLevel.InfoLevel, null, format, [arg1, arg2, arg3, arg4, arg5, arg6]);
    }

    /// <summary>Logs an info event.</summary>
    /// <param name="log">The log.</param>
    /// <param name="cause">What caused it.</param>
    /// <param name="format">The format, taken as it is.</param>
    public static void Info(this ILoggingAdapter log, Exception? cause, string format) =>
        log.Log(LogLevel.InfoLevel, cause, format);

    /// <summary>Logs an info event.</summary>
    /// <param name="log">The log.</param>
    /// <param name="cause">What caused it.</param>
    /// <param name="format">The format.</param>
    /// <param name="args">The arguments.</param>
    public static void Info(this ILoggingAdapter log, Exception? cause, string format, object?[] args) =>
        Write(log, LogLevel.InfoLevel, cause, format, args);

    /// <summary>Logs an info event.</summary>
    /// <param name="log">The log.</param>
    /// <param name="cause">What caused it.</param>
    /// <param name="format">The format.</param>
    /// <param name="arg1">The first argument.</param>
    /// <typeparam name="T1">Its first argument's type.</typeparam>
    public static void Info<T1>(
        this ILoggingAdapter log, Exception? cause, string format, T1 arg1)
    {
        if (log.IsEnabled(LogLevel.InfoLevel)) Write(log, LogLevel.InfoLevel, cause, format, [arg1]);
    }

    /// <summary>Logs an info event.</summary>
    /// <param name="log">The log.</param>
    /// <param name="cause">What caused it.</param>
    /// <param name="format">The format.</param>
    /// <param name="arg1">The first argument.</param>
    /// <param name="arg2">The second argument.</param>
    /// <typeparam name="T1">Its first argument's type.</typeparam>
    /// <typeparam name="T2">Its second argument's type.</typeparam>
    public static void Info<T1, T2>(
        this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2)
    {
        if (log.IsEnabled(LogLevel.InfoLevel)) Write(log, LogLevel.InfoLevel, cause, format, [arg1, arg2]);
    }

    /// <summary>Logs an info event.</summary>
    /// <param name="log">The log.</param>
    /// <param name="cause">What caused it.</param>
    /// <param name="format">The format.</param>
    /// <param name="arg1">The first argument.</param>
    /// <param name="arg2">The second argument.</param>
    /// <param name="arg3">The third argument.</param>
    /// <typeparam name="T1">Its first argument's type.</typeparam>
    /// <typeparam name="T2">Its second argument's type.</typeparam>
    /// <typeparam name="T3">Its third argument's type.</typeparam>
    public static void Info<T1, T2, T3>(
        this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3)
    {
        if (log.IsEnabled(LogLevel.InfoLevel)) Write(log, LogLevel.InfoLevel, cause, format, [arg1, arg2, arg3]);
    }

    /// <summary>Logs an info event.</summary>
    /// <param name="log">The log.</param>
    /// <param name="cause">What caused it.</param>
    /// <param name="format">The format.</param>
    /// <param name="arg1">The first argument.</param>
    /// <param name="arg2">The second argument.</param>
    /// <param name="arg3">The third argument.</param>
    /// <param name="arg4">The fourth argument.</param>
    /// <typeparam name="T1">Its first argument's type.</typeparam>
    /// <typeparam name="T2">Its second argument's type.</typeparam>
    /// <typeparam name="T3">Its third argument's type.</typeparam>
    /// <typeparam name="T4">Its fourth argument's type.</typeparam>
    public static void Info<T1, T2, T3, T4>(
        this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    {
        if (log.IsEnabled(LogLevel.InfoLevel)) Write(log, LogLevel.InfoLevel, cause, format, [arg1, arg2, arg3, arg4]);
    }

    /// <summary>Logs an info event.</summary>
    /// <param name="log">The log.</param>
    /// <param name="cause">What caused it.</param>
    /// <param name="format">The format.</param>
    /// <param name="arg1">The first argument.</param>
    /// <param name="arg2">The second argument.</param>
    /// <param name="arg3">The third argument.</param>
    /// <param name="arg4">The fourth argument.</param>
    /// <param name="arg5">The fifth argument.</param>
    /// <typeparam name="T1">Its first argument's type.</typeparam>
    /// <typeparam name="T2">Its second argument's type.</typeparam>
    /// <typeparam name="T3">Its third argument's type.</typeparam>
    /// <typeparam name="T4">Its fourth argument's type.</typeparam>
    /// <typeparam name="T5">Its fifth argument's type.</typeparam>
    public static void Info<T1, T2, T3, T4, T5>(
        this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
    {
        if (log.IsEnabled(LogLevel.InfoLevel)) Write(log, LogLevel.InfoLevel, cause, format, [arg1, arg2, arg3, arg4, arg5]);
    }

    /// <summary>Logs an info event.</summary>
    /// <param name="log">The log.</param>
    /// <param name="cause">What caused it.</param>
    /// <param name="format">The format.</param>
    /// <param name="arg1">The first argument.</param>
    /// <param name="arg2">The second argument.</param>
    /// <param name="arg3">The third argument.</param>
    /// <param name="arg4">The fourth argument.</param>
    /// <param name="arg5">The fifth argument.</param>
    /// <param name="arg6">The sixth argument.</param>
    /// <typeparam name="T1">Its first argument's type.</typeparam>
    /// <typeparam name="T2">Its second argument's type.</typeparam>
    /// <typeparam name="T3">Its third argument's type.</typeparam>
    /// <typeparam name="T4">Its fourth argument's type.</typeparam>
    /// <typeparam name="T5">Its fifth argument's type.</typeparam>
    /// <typeparam name="T6">Its sixth argument's type.</typeparam>
    public static void Info<T1, T2, T3, T4, T5, T6>(
        this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
    {
        if (log.IsEnabled(LogLevel.InfoLevel)) Write(log, LogLevel.InfoLevel, cause, format, [arg1, arg2, arg3, arg4, arg5, arg6]);
    }
}
