namespace Akka.Event;

/// <summary>The <see cref="LogEvent.LogClass"/> of log sources that are only a text.</summary>
public class DummyClassForStringSources
{
}
