using Akka.Actor;

namespace Akka.Tests.Actor;

public sealed class ReceiveAsyncTests : ActorTest
{
    [Fact]
    public async Task Asynchronous_handlers_are_chosen_as_others_are()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Props.Create(() => new Chooser(probe)));
        foreach (var message in new object[] { 1, 2, "text", 3.5 })
            actor.Tell(message);

        await probe.Expect("odd 1", "even 2", "string text", "any 3.5");
    }

    [Fact]
    public async Task No_other_message_is_processed_until_the_task_is_done()
    {
        var probe = NewProbe();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var actor = System.ActorOf(Props.Create(() => new Waiter(probe, gate.Task)));
        actor.Tell("wait");
        actor.Tell(1);
        await probe.Expect("began");
        await probe.ExpectNothingMore();
        gate.SetResult();

        await probe.Expect("ended", 1);
    }

    [Fact]
    public async Task After_an_await_the_code_is_in_its_actor_with_its_sender()
    {
        var probe = NewProbe();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var actor = System.ActorOf(Acting.By((self, _) => self.Run(async () =>
        {
            var sender = self.Sender;
            await gate.Task;
            probe.Note(self.Ctx.Self.Equals(self.Self));
            probe.Note(self.Sender.Equals(sender) && sender.Equals(probe.Ref));
        })));
        actor.Tell("go", probe.Ref);
        gate.SetResult();

        await probe.Expect(true, true);
    }

    [Fact]
    public async Task A_child_can_be_made_after_an_await()
    {
        var probe = NewProbe();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var actor = System.ActorOf(Acting.By((self, _) => self.Run(async () =>
        {
            await gate.Task;
            self.Ctx.ActorOf(Acting.By((_, message) => probe.Note(message)), "child").Tell("hello");
        })));
        actor.Tell("go");
        gate.SetResult();

        await probe.Expect("hello");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_exception_goes_to_the_supervisor(bool beforeTheFirstAwait)
    {
        var probe = NewProbe();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var child = Acting.By((self, message) =>
        {
            if (message is int)
            {
                probe.Note(message);
                return;
            }
            self.Run(async () =>
            {
                if (!beforeTheFirstAwait)
                    await gate.Task;
                throw new InvalidOperationException("boom");
            });
        });
        var strategy = new OneForOneStrategy(exception =>
        {
            probe.Note(exception.Message);
            return Directive.Resume;
        });
        System.ActorOf(Acting.By((_, _) => { }, self => probe.Note(self.Ctx.ActorOf(child)), strategy));
        var failing = await probe.Next<IActorRef>();
        failing.Tell("fail");
        failing.Tell(1);
        gate.SetResult();

        await probe.Expect("boom", 1);
    }

    [Fact]
    public async Task PreRestart_gets_the_message_whose_task_failed()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Props.Create(() => new FailingLater(probe)));
        actor.Tell("the culprit");

        await probe.Expect("the culprit");
    }

    [Fact]
    public async Task Stop_comes_through_while_a_task_is_waited_for()
    {
        var probe = NewProbe();
        var never = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var actor = System.ActorOf(Props.Create(() => new Waiter(probe, never.Task)));
        actor.Tell("wait");
        await probe.Expect("began");
        System.Stop(actor);

        await TerminationOf(actor);
        never.SetResult();
    }

    [Fact]
    public async Task Many_tasks_come_in_order()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Acting.By((self, message) => self.Run(async () =>
        {
            await Task.Yield();
            probe.Note(message);
            await Task.Yield();
        })));
        for (var i = 0; i < 100; i++)
            actor.Tell(i);

        for (var i = 0; i < 100; i++)
            await probe.Expect(i);
    }

    [Fact]
    public async Task A_task_that_is_done_at_once_holds_nothing_up()
    {
        var probe = NewProbe();
        var actor = System.ActorOf(Acting.By((self, message) =>
        {
            self.Run(() => Task.CompletedTask);
            probe.Note(message);
        }));
        actor.Tell(1);
        actor.Tell(2);

        await probe.Expect(1, 2);
    }

    private sealed class Waiter : ReceiveActor
    {
        public Waiter(Probe probe, Task task)
        {
            ReceiveAsync<string>(async _ =>
            {
                probe.Note("began");
                await task;
                probe.Note("ended");
            });
            ReceiveAny(message => probe.Note(message));
        }
    }

    private sealed class FailingLater : ReceiveActor
    {
        private readonly Probe _probe;

        public FailingLater(Probe probe)
        {
            _probe = probe;
            ReceiveAnyAsync(async _ =>
            {
                await Task.Yield();
                throw new InvalidOperationException("later");
            });
        }

        protected override void PreRestart(Exception reason, object message) => _probe.Note(message);
    }

    private sealed class Chooser : ReceiveActor
    {
        public Chooser(Probe probe)
        {
            var stringType = typeof(string);
            ReceiveAsync<int>(number => Note($"odd {number}"), number => number % 2 != 0);
            ReceiveAsync<int>(number => number > 0, number => Note($"even {number}"));
            ReceiveAsync(stringType, text => Note($"string {text}"));
            ReceiveAnyAsync(message => Note(FormattableString.Invariant($"any {message}")));

            async Task Note(string text)
            {
                await Task.Yield();
                probe.Note(text);
            }
        }
    }
}
