namespace Akka.Remote;

/// <summary>Tells the time in milliseconds, from any fixed beginning; never runs backwards.</summary>
public delegate long Clock();
