using System.Linq.Expressions;
using Akka.Actor.Internal;

namespace Akka.Actor;

/// <summary>How to make an actor: its class, constructor arguments, and where it runs. Immutable; may be used many times.</summary>
public class Props : IEquatable<Props>
{
    /// <summary>Makes no actor; a placeholder.</summary>
    public static readonly Props None = new(typeof(EmptyActor));

    private readonly IActorProducer _producer;

    /// <summary>For subclasses that override <see cref="NewActor"/>.</summary>
    protected Props()
        : this(typeof(EmptyActor))
    {
    }

    /// <summary>Makes a copy.</summary>
    protected Props(Props copy)
        : this(copy._producer, copy.Arguments, copy.Deploy, copy.SupervisorStrategy)
    {
    }

    /// <summary>Says to make an actor by the constructor without parameters.</summary>
    public Props(Type type)
        : this(type, [])
    {
    }

    /// <summary>Says to make an actor by the constructor that takes the arguments.</summary>
    public Props(Type type, object[] args)
        : this(Deploy.Local, type, args)
    {
    }

    /// <summary>Says to make an actor with a supervisor strategy that overrides its own.</summary>
    public Props(Type type, SupervisorStrategy supervisorStrategy, params object[] args)
        : this(new ReflectionProducer(CheckActorType(type), args), args, Deploy.Local, supervisorStrategy)
    {
    }

    /// <summary>Says to make an actor and where it runs.</summary>
    public Props(Deploy deploy, Type type, params object[] args)
        : this(new ReflectionProducer(CheckActorType(type), args), args, deploy, null)
    {
    }

    private Props(IActorProducer producer, object[] args, Deploy deploy, SupervisorStrategy? strategy)
    {
        _producer = producer;
        Arguments = args;
        Deploy = deploy;
        SupervisorStrategy = strategy;
    }

    /// <summary>Says to make an actor that handles nothing.</summary>
    public static Props Empty { get; } = new(typeof(EmptyActor));

    /// <summary>The actor's class.</summary>
    public Type Type => _producer.ActorType;

    /// <summary>The qualified name of the actor's class.</summary>
    public string TypeName => Type.AssemblyQualifiedName!;

    /// <summary>The constructor arguments.</summary>
    public object[] Arguments { get; }

    /// <summary>Where the actor runs.</summary>
    public Deploy Deploy { get; protected set; }

    /// <summary>The strategy that overrides the actor's own, or null.</summary>
    public SupervisorStrategy? SupervisorStrategy { get; protected set; }

    /// <summary>The dispatcher's configuration path.</summary>
    public string Dispatcher => Deploy.Dispatcher == Deploy.NoDispatcherGiven ? Akka.Dispatch.Dispatchers.DefaultDispatcherId : Deploy.Dispatcher;

    /// <summary>The mailbox's configuration path, or empty.</summary>
    public string Mailbox => Deploy.Mailbox;

    /// <summary>Says to make an actor by the constructor call in an expression; its arguments are evaluated now.</summary>
    /// <param name="factory"><c>() => new MyActor(...)</c> and nothing else.</param>
    /// <param name="supervisorStrategy">Overrides the actor's own strategy, if given.</param>
    /// <exception cref="ArgumentException">The expression is no constructor call.</exception>
    public static Props Create<TActor>(Expression<Func<TActor>> factory, SupervisorStrategy? supervisorStrategy = null)
        where TActor : ActorBase
    {
        if (factory.Body is not NewExpression { Constructor: { } constructor } call)
            throw new ArgumentException("Only a constructor call makes props: () => new MyActor(arguments)", nameof(factory));
        var args = call.Arguments.Select(ExpressionValue.Of).ToArray();
        return new Props(new ConstructorProducer(constructor, args), args!, Deploy.Local, supervisorStrategy);
    }

    /// <summary>Says to make an actor by the constructor that takes the arguments.</summary>
    public static Props Create<TActor>(params object[] args)
        where TActor : ActorBase => new(typeof(TActor), args);

    /// <summary>Says to make an actor with a supervisor strategy that overrides its own.</summary>
    public static Props Create<TActor>(SupervisorStrategy supervisorStrategy)
        where TActor : ActorBase, new() => new(typeof(TActor), supervisorStrategy);

    /// <summary>Says to make an actor by the constructor that takes the arguments.</summary>
    /// <exception cref="ArgumentException">The type is no actor.</exception>
    public static Props Create(Type type, params object[] args) => new(type, args);

    /// <summary>Says to get the actor from a producer.</summary>
    public static Props CreateBy(IIndirectActorProducer producer, params object[] args) =>
        new(new IndirectProducer(producer), args, Deploy.Local, null);

    /// <summary>Says to get the actor from a producer that is made from the arguments.</summary>
    public static Props CreateBy<TProducer>(params object[] args)
        where TProducer : class, IIndirectActorProducer =>
        CreateBy((IIndirectActorProducer)Activator.CreateInstance(typeof(TProducer), args)!, args);

    /// <summary>A copy that runs on another dispatcher.</summary>
    public Props WithDispatcher(string dispatcher) => WithDeploy(Deploy.WithDispatcher(dispatcher), merge: false);

    /// <summary>A copy with another mailbox.</summary>
    public Props WithMailbox(string mailbox) => WithDeploy(Deploy.WithMailbox(mailbox), merge: false);

    /// <summary>A copy whose actor's stash takes so many messages.</summary>
    public Props WithStashCapacity(int stashCapacity) => WithDeploy(Deploy.WithStashCapacity(stashCapacity), merge: false);

    /// <summary>A copy with another deployment; what it doesn't say stays as it was.</summary>
    public Props WithDeploy(Deploy deploy) => WithDeploy(deploy, merge: true);

    /// <summary>A copy with a supervisor strategy that overrides the actor's own.</summary>
    public Props WithSupervisorStrategy(SupervisorStrategy supervisorStrategy)
    {
        var copy = Copy();
        copy.SupervisorStrategy = supervisorStrategy;
        return copy;
    }

    /// <summary>Makes a new instance; called by the actor's cell.</summary>
    /// <exception cref="TypeLoadException">The constructor threw, or there is none that takes the arguments.</exception>
    public virtual ActorBase NewActor()
    {
        try
        {
            return _producer.Produce();
        }
        catch (Exception e)
        {
            throw new TypeLoadException(
                $"{Type} could not be made from the arguments ({string.Join(", ", Arguments)}): {(e.InnerException ?? e).Message}", e);
        }
    }

    /// <summary>Makes a copy.</summary>
    protected virtual Props Copy() => new(this);

    internal void Release(ActorBase actor) => _producer.Release(actor);

    private Props WithDeploy(Deploy deploy, bool merge)
    {
        var copy = Copy();
        copy.Deploy = merge ? deploy.WithFallback(Deploy) : deploy;
        return copy;
    }

    private static Type CheckActorType(Type type) =>
        typeof(ActorBase).IsAssignableFrom(type)
            ? type
            : throw new ArgumentException($"{type} is no actor's class; it has to derive from {typeof(ActorBase)}", nameof(type));

    /// <summary>Whether the other one makes actors of the same class in the same place, of as many arguments; what these are doesn't count, officially either.</summary>
    public bool Equals(Props? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Type == other.Type && Equals(Deploy, other.Deploy) && Arguments.Length == other.Arguments.Length);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Props);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Type, Deploy, Arguments.Length);

    private sealed class EmptyActor : UntypedActor
    {
        protected override void OnReceive(object message)
        {
        }
    }
}
