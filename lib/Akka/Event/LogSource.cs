using Akka.Actor;

namespace Akka.Event;

/// <summary>Where log events come from: a text for readers and a type.</summary>
public readonly struct LogSource
{
    private LogSource(string source, Type type)
    {
        Source = source;
        Type = type;
    }

    /// <summary>The text for readers.</summary>
    public string Source { get; }

    /// <summary>The type.</summary>
    public Type Type { get; }

    /// <summary>The source that an object stands for.</summary>
    /// <param name="o">An actor's context, an actor reference, a text, a type, or any other object.</param>
    /// <returns>The source.</returns>
    public static LogSource Create(object o) => o switch
    {
        IActorContext context => new LogSource(context.Self.Path.ToString(), SourceType(o)),
        IActorRef actor => new LogSource(actor.Path.ToString(), SourceType(o)),
        string text => new LogSource(text, SourceType(o)),
        Type type => new LogSource(Logging.SimpleName(type), type),
        _ => new LogSource(Logging.SimpleName(o), o.GetType()),
    };

    /// <summary>The source that an object of an actor system stands for.</summary>
    /// <param name="o">An actor's context, an actor reference, a text, a type, or any other object.</param>
    /// <param name="system">The system, whose address goes into the text.</param>
    /// <returns>The source.</returns>
    public static LogSource Create(object o, ActorSystem system) => o switch
    {
        IActorContext context => new LogSource(FromActor(context, system), SourceType(o)),
        IActorRef actor => new LogSource(FromActorRef(actor, system), SourceType(o)),
        string text => new LogSource(FromString(text, system), SourceType(o)),
        Type type => new LogSource(FromType(type, system), type),
        _ => new LogSource(FromType(o.GetType(), system), o.GetType()),
    };

    /// <summary>A source with a given text and type.</summary>
    /// <param name="source">The text.</param>
    /// <param name="t">The type.</param>
    /// <returns>The source.</returns>
    public static LogSource Create(string source, Type t) => new(source, t);

    /// <summary>The text for a type.</summary>
    /// <param name="t">The type.</param>
    /// <param name="system">The system.</param>
    /// <returns>The type's name and the system's address.</returns>
    public static string FromType(Type t, ActorSystem system) => $"{Logging.SimpleName(t)} ({AddressOf(system)})";

    /// <summary>The text for a text.</summary>
    /// <param name="source">The text.</param>
    /// <param name="system">The system.</param>
    /// <returns>The text and the system's address.</returns>
    public static string FromString(string source, ActorSystem system) => $"{source} ({AddressOf(system)})";

    /// <summary>The text for an actor.</summary>
    /// <param name="actor">Its context.</param>
    /// <param name="system">The system.</param>
    /// <returns>The actor's path with the system's address.</returns>
    public static string FromActor(IActorContext actor, ActorSystem system) => FromActorRef(actor.Self, system);

    /// <summary>The text for an actor reference.</summary>
    /// <param name="a">The reference.</param>
    /// <param name="system">The system.</param>
    /// <returns>The actor's path with the system's address.</returns>
    public static string FromActorRef(IActorRef a, ActorSystem system) =>
        system is ExtendedActorSystem { Provider: { } provider }
            ? a.Path.ToStringWithAddress(provider.DefaultAddress)
            : a.Path.ToString();

    /// <summary>The type that an object stands for.</summary>
    /// <param name="o">The object.</param>
    /// <returns>An actor's class, a type itself, or the object's type.</returns>
    public static Type SourceType(object o) => o switch
    {
        Type type => type,
        IActorContext context => context.Props.Type,
        string => typeof(DummyClassForStringSources),
        _ => o.GetType(),
    };

    private static string AddressOf(ActorSystem system) => $"akka://{system.Name}";
}
