using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>Chooses how an actor's mailbox is made: by its props, its class, its dispatcher, or the default.</summary>
public class Mailboxes
{
    /// <summary>The configuration path of the mailbox for actors for which nothing else is said.</summary>
    public static readonly string DefaultMailboxId = "akka.actor.default-mailbox";

    /// <summary>Says that a dispatcher requires no special mailbox.</summary>
    public static readonly string NoMailboxRequirement = "";

    private readonly ActorSystem _system;
    private readonly ConcurrentDictionary<string, MailboxType> _types = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Type, Type?> _required = new();
    private readonly Lazy<Dictionary<Type, string>> _bindings;

    /// <summary>Called by the library.</summary>
    public Mailboxes(ActorSystem system)
    {
        _system = system;
        DeadLetterMailbox = new DeadLetterMailbox(system.DeadLetters);
        _bindings = new Lazy<Dictionary<Type, string>>(ReadBindings);
    }

    /// <summary>The mailbox of actors that are gone.</summary>
    public DeadLetterMailbox DeadLetterMailbox { get; }

    /// <summary>The queue that a class requires by <see cref="IRequiresMessageQueue{T}"/>.</summary>
    /// <exception cref="ArgumentException">It requires none.</exception>
    public Type GetRequiredType(Type actorType) =>
        RequiredType(actorType) ?? throw new ArgumentException($"{actorType} requires no message queue", nameof(actorType));

    /// <summary>Whether a class requires a special queue.</summary>
    public bool HasRequiredType(Type actorType) => RequiredType(actorType) is not null;

    /// <summary>Whether a mailbox type says what queue it makes.</summary>
    public bool ProducesMessageQueue(Type mailboxType) => ProducedType(mailboxType) is not null;

    /// <summary>The mailbox type at a configuration path.</summary>
    /// <exception cref="ConfigurationException">There is no such path, or what it says makes no mailbox.</exception>
    public MailboxType Lookup(string id) => _types.GetOrAdd(id, Make);

    /// <summary>The mailbox type that <c>akka.actor.mailbox.requirements</c> binds to a kind of queue.</summary>
    /// <exception cref="ConfigurationException">None is bound.</exception>
    public MailboxType LookupByQueueType(Type queueType) =>
        _bindings.Value.TryGetValue(queueType, out var id)
            ? Lookup(id)
            : throw new ConfigurationException($"No mailbox is bound to {queueType} in akka.actor.mailbox.requirements");

    /// <summary>The mailbox type for an actor.</summary>
    /// <exception cref="ArgumentException">The mailbox that the props name isn't what the class requires.</exception>
    public MailboxType GetMailboxType(Props props, Config dispatcherConfig)
    {
        var required = RequiredType(props.Type);
        var named = props.Mailbox;
        if (named.Length == 0 && dispatcherConfig.GetString("mailbox-type") is { Length: > 0 })
            named = dispatcherConfig.GetString("id") ?? string.Empty;

        if (named.Length > 0)
        {
            var type = Lookup(named);
            Check(type, required, props.Type);
            return type;
        }
        if (required is null)
            return Lookup(DefaultMailboxId);
        var byDefault = Lookup(DefaultMailboxId);
        return ProducedType(byDefault.GetType()) is { } produced && required.IsAssignableFrom(produced)
            ? byDefault
            : LookupByQueueType(required);
    }

    /// <summary>How many messages a stash takes that goes with a dispatcher and a mailbox; -1: any number.</summary>
    public int StashCapacity(string dispatcher, string mailbox)
    {
        var config = _system.Settings.Config;
        var byDefault = config.GetInt(DefaultMailboxId + ".stash-capacity", -1);
        if (!string.IsNullOrEmpty(mailbox))
            return config.GetInt(mailbox + ".stash-capacity", byDefault);
        return string.IsNullOrEmpty(dispatcher) ? byDefault : config.GetInt(dispatcher + ".stash-capacity", byDefault);
    }

    private static void Check(MailboxType type, Type? required, Type actorType)
    {
        if (required is null || ProducedType(type.GetType()) is not { } produced || required.IsAssignableFrom(produced))
            return;
        throw new ArgumentException(
            $"{actorType} needs a mailbox with a {required}; the one chosen for it has a {produced}");
    }

    private Type? RequiredType(Type actorType) =>
        _required.GetOrAdd(actorType, static type => ArgumentOf(type, typeof(IRequiresMessageQueue<>)));

    private static Type? ProducedType(Type mailboxType) => ArgumentOf(mailboxType, typeof(IProducesMessageQueue<>));

    private static Type? ArgumentOf(Type type, Type openInterface) =>
        type.GetInterfaces()
            .Where(one => one.IsGenericType && one.GetGenericTypeDefinition() == openInterface)
            .Select(static one => one.GenericTypeArguments[0])
            .FirstOrDefault();

    private MailboxType Make(string id)
    {
        var config = _system.Settings.Config;
        if (id == "unbounded")
            return new UnboundedMailbox(_system.Settings, config.GetConfig(DefaultMailboxId) ?? Config.Empty);
        if (!config.HasPath(id))
            throw new ConfigurationException($"There is no mailbox '{id}' in the configuration; write a block of that name, with mailbox-type");
        var own = config.GetConfig(id) ?? Config.Empty;
        var typeName = own.GetString("mailbox-type");
        if (string.IsNullOrEmpty(typeName))
            throw new ConfigurationException($"{id}.mailbox-type is missing");
        if (Type.GetType(typeName) is not { } type || !typeof(MailboxType).IsAssignableFrom(type))
            throw new ConfigurationException(
                $"{id}.mailbox-type: '{typeName}' is no {nameof(MailboxType)}; write its qualified name: Namespace.Class, Assembly");
        return (MailboxType)Activator.CreateInstance(type, _system.Settings, own.WithFallback(config.GetConfig(DefaultMailboxId)))!;
    }

    private Dictionary<Type, string> ReadBindings()
    {
        var bindings = new Dictionary<Type, string>();
        var requirements = _system.Settings.Config.GetConfig("akka.actor.mailbox.requirements");
        if (requirements is null)
            return bindings;
        foreach (var (typeName, value) in requirements.AsEnumerable())
        {
            var type = Type.GetType(typeName) ?? throw new ConfigurationException(
                $"akka.actor.mailbox.requirements: there is no type '{typeName}'");
            bindings[type] = value.GetString() ?? string.Empty;
        }
        return bindings;
    }
}
