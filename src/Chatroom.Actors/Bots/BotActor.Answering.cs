using System.Globalization;
using Akka.Actor;
using Akka.Event;

namespace Chatroom.Actors;

/// <content>From a suggestion to the answer.</content>
public sealed partial class BotActor
{
    /// <summary>What the mind answered (null: silence), and how long the bot waits with it.</summary>
    private sealed record Thought(int Round, string? Text, TimeSpan Wait) : IDeadLetterSuppression
    {
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"Thought {Round} {(Text is null ? "silence" : MessageText.Quoted(Text))}, waits {Wait.TotalSeconds:0.###} s");
    }

    /// <summary>A thought whose think time is over.</summary>
    private sealed record ThoughtOver(Thought Thought) : IDeadLetterSuppression
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ThoughtOver {Thought.Round}");
    }

    private void OnSuggested(Suggested suggested)
    {
        _memory.Deadline.Take(suggested, Now);
        if (_memory.Answers.Ask(suggested, out var told))
        {
            Answer(suggested, told.Text);
        }
        else if (!_settings.ScriptedActions.HasFlag(ScriptedActions.Answers))
        {
            Think(suggested);
        }
    }

    private void OnToldToAnswer(BotCommand.Answer told)
    {
        if (_memory.Answers.Tell(told) is { } suggested)
        {
            Answer(suggested, told.Text);
        }
    }

    private void Answer(Suggested suggested, string? text)
    {
        if (text is null)
        {
            Think(suggested);
        }
        else
        {
            Say(new Thought(suggested.Round, text, TimeSpan.Zero));
        }
    }

    private void Think(Suggested suggested)
    {
        _memory.Answers.Think(suggested);
        var (name, seed, _, _) = _memory.Welcome!;
        var prompt = new Prompt(seed, name, suggested.Round, suggested.Suggestion)
        {
            Deadline = _memory.Deadline.LeftOf(suggested.Round, Now),
            Persona = _settings.PersonaOf?.Invoke(name),
        };
        var wait = _settings.ThinkTime ?? _mind.WaitFor(prompt);
        var reply = _mind.AskAsync(prompt, _stopping.Token);
        if (reply.IsCompletedSuccessfully)
        {
            OnThought(new Thought(suggested.Round, reply.Result, wait));
            return;
        }
        reply.PipeTo(Self, Self, text => new Thought(suggested.Round, text, wait), e =>
        {
            _log.Warning("{0} could not think of an answer: {1}", prompt.Name, e.Message);
            return new Thought(suggested.Round, null, wait);
        });
    }

    private void OnThought(Thought thought)
    {
        if (thought.Wait > TimeSpan.Zero)
        {
            // A timer for each round: a bot that thinks for longer than a round lasts is late, not silent.
            Timers.StartSingleTimer(thought.Round, new ThoughtOver(thought), thought.Wait);
        }
        else
        {
            Say(thought);
        }
    }

    private void Say(Thought thought)
    {
        _memory.Answers.HaveThought(thought.Round);
        // The room would drop a text that is blank once it is clean, and the bot would repeat it for ever.
        var text = ChatText.Clean(thought.Text ?? "");
        if (string.IsNullOrWhiteSpace(text))
        {
            if (thought.Text is not null)
            {
                _news(new BotNews.Blank(thought.Round));
            }
            return;
        }
        TellWhatIsChanged(thought.Round, thought.Text!, text);
        var answer = new ChatroomProtocol.Answer(thought.Round, text);
        _memory.Answers.Say(answer);
        Timers.StartPeriodicTimer(AnswerTimer, new SayAgain(AnswerTimer), _settings.RepeatEvery);
        _room?.Tell(answer);
    }

    private void TellWhatIsChanged(int round, string given, string said)
    {
        if (given.Length > said.Length)
        {
            _news(new BotNews.Shortened(round, given.Length));
        }
        if (!given.StartsWith(said, StringComparison.Ordinal))
        {
            _news(new BotNews.Cleaned(round));
        }
    }

    // A room that notes a Bye takes no more answers.
    private void TellTooLate(BotNews ending)
    {
        foreach (var answer in ending is BotNews.Ended { How: Leaving.Bye } ? _memory.Answers.Unheard : [])
        {
            _news(new BotNews.TooLate(answer.Round));
        }
    }

    /// <summary>Repeats what was said and not heard; thinks again about what another actor was thinking about when the room was lost.</summary>
    private void TakeUpAgain(bool thoughts)
    {
        if (!_memory.Answers.AllHeard)
        {
            Timers.StartPeriodicTimer(AnswerTimer, new SayAgain(AnswerTimer), _settings.RepeatEvery);
            SayAnswers();
        }
        foreach (var suggested in thoughts ? _memory.Answers.Thinking : [])
        {
            Think(suggested);
        }
    }

    private void SayAnswers()
    {
        foreach (var answer in _memory.Answers.Unheard)
        {
            _room!.Tell(answer);
        }
    }
}
