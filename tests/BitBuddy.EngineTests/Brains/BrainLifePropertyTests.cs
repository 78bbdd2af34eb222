using System.Diagnostics;
using BitBuddy.Brains;
using BitBuddy.EngineTests.Gguf;
using BitBuddy.Llama.States;
using BitBuddy.Llama.Worker;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace BitBuddy.EngineTests.Brains;

/// <summary>
/// The real loop and the real worker protocol under random interleavings; only the process at the other end is pretended, and the
/// clock is moved by hand.
/// </summary>
public sealed class BrainLifePropertyTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Of the pretended time: to count, to answer, to be cancelled and ended, each as late as a worker may be, and some to spare.
    private static readonly TimeSpan MostOfAReply = TimeSpan.FromSeconds(130 + 30);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("buddy life ");
    private readonly BrainStore _store;
    private readonly KnownBrain[] _brains;

    public BrainLifePropertyTests()
    {
        _store = new BrainStore(new BuddyHome(Path.Combine(_folder.FullName, "home")), TimeProvider.System, new Notes());
        _brains = [Import("one"), Import("two")];
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private KnownBrain Import(string name)
    {
        var path = Path.Combine(_folder.FullName, name + ".gguf");
        ScriptedBrain.Write(path, $"I am {name}. ");
        return _store.ImportAsync(path, copy: false).GetAwaiter().GetResult();
    }

    [Fact]
    public async Task Life_AnyInterleaving_EveryRequestEndsAndNoProcessIsLeft()
    {
        var answered = 0;
        var refused = 0;
        for (var seed = 0; seed < Proof.Size(10_000); seed++)
        {
            try
            {
                await using var run = new Run(_store, _brains, seed);
                await run.PlayAsync();
                await run.DisposeAsync();
                Assert.Equal((0, 1), (run.Live, Math.Max(run.MostLive, 1)));
                answered += run.Answered;
                refused += run.Refused;
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Interleaving {seed}: {e.Message}", e);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{answered} answers, {refused} clear errors.");
        Assert.True(answered > 0 && refused > 0);
    }

    /// <summary>One interleaving.</summary>
    private sealed class Run : IAsyncDisposable
    {
        private readonly FakeTimeProvider _clock = new();
        private readonly Random _random;
        private readonly KnownBrain[] _brains;
        private readonly BrainLife _life;
        private readonly List<Task> _taking = [];
        private readonly List<Task> _asking = [];
        private readonly List<CancellationTokenSource> _cancels = [];
        private readonly List<PretendWorker> _workers = [];
        private int _trouble;
        private int _live;

        public Run(BrainStore store, KnownBrain[] brains, int seed)
        {
            _random = new Random(seed);
            _trouble = Next(60);
            _brains = brains;
            _life = new BrainLife(store, LoadAsync, () => new BrainSettings(), _clock);
        }

        public int Live => Volatile.Read(ref _live);
        public int MostLive { get; private set; }
        public int Answered { get; private set; }
        public int Refused { get; private set; }

        public async Task PlayAsync()
        {
            for (var steps = 3 + Next(25); steps > 0; steps--)
            {
                Act();
                for (var yields = Next(6); yields > 0; yields--)
                    await Task.Yield();
            }

            // Whoever waits for the brain has it, or a sentence, when the deadline has passed: from then on the clock all but stands.
            await PassAsync(BrainLife.WakeDeadline, TimeSpan.FromSeconds(10));
            await EndedAsync(Task.WhenAll(_taking), TimeSpan.FromMilliseconds(1), "A request goes on after its deadline");
            // One after the other, as a worker answers them.
            var left = _asking.Count(asking => !asking.IsCompleted);
            await EndedAsync(Task.WhenAll(_asking), TimeSpan.FromSeconds(1), "A reply never ends", MostOfAReply * left);
            await EndedAsync(_life.SleepAsync(), TimeSpan.FromMilliseconds(100), "It does not sleep");
            Assert.Contains(_life.State, new[] { BrainState.Asleep, BrainState.Absent, BrainState.Failed });
            Assert.Equal(0, Live);

            // It is as good as ever: with a sound engine the next question is answered.
            _trouble = 0;
            _life.Forgive();
            var before = Answered;
            await EndedAsync(AskAsync(_brains[0], BrainNeed.Reply, null, CancellationToken.None), TimeSpan.FromMilliseconds(1), "It does not answer any more");
            Assert.Equal(before + 1, Answered);
        }

        public async ValueTask DisposeAsync()
        {
            await EndedAsync(_life.DisposeAsync().AsTask(), TimeSpan.FromMilliseconds(100), "It does not end");
            _cancels.ForEach(cancel => cancel.Dispose());
        }

        private int Next(int limit)
        {
            lock (_random)
                return _random.Next(limit);
        }

        private void Act()
        {
            switch (Next(14))
            {
                case 0 or 1 or 2 or 3 or 4:
                    Ask();
                    break;
                case 5 or 6 when _cancels.Count > 0:
                    _ = _cancels[Next(_cancels.Count)].CancelAsync();
                    break;
                case 7:
                    _asking.Add(SleepAsync());
                    break;
                case 8:
                    _life.Settle(Next(3) is var chosen and < 2 ? _brains[chosen] : null);
                    break;
                case 9:
                    _life.Forgive();
                    break;
                case 10:
                    Last()?.Kill("The engine crashed (SIGSEGV).");
                    break;
                case 11:
                    Last()?.Freeze();
                    break;
                default:
                    _clock.Advance(TimeSpan.FromMilliseconds((int)Math.Pow(10, Next(7))));
                    break;
            }
        }

        private async Task SleepAsync()
        {
            try
            {
                await _life.SleepAsync();
            }
            catch (BuddyException)
            {
                Refused++;
            }
        }

        private void Ask()
        {
            var cancel = new CancellationTokenSource();
            _cancels.Add(cancel);
            var keepAlive = Next(4) switch { 0 => KeepAlive.Parse("0"), 1 => KeepAlive.ForEver, 2 => KeepAlive.Parse("20s"), _ => (KeepAlive?)null };
            _asking.Add(AskAsync(_brains[Next(2)], (BrainNeed)Next(3), keepAlive, cancel.Token));
        }

        private async Task AskAsync(KnownBrain brain, BrainNeed need, KeepAlive? keepAlive, CancellationToken cancel)
        {
            var taking = _life.TakeAsync(brain, need, keepAlive, cancel);
            lock (_taking)
                _taking.Add(taking.ContinueWith(_ => { }, TaskScheduler.Default));
            try
            {
                using var lease = await taking;
                await SpeakAsync(lease, need, cancel);
            }
            catch (BuddyException e)
            {
                Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
                Refused++;
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
            }
        }

        private async Task SpeakAsync(BrainLease lease, BrainNeed need, CancellationToken cancel)
        {
            try
            {
                if (need == BrainNeed.Ahead)
                {
                    await lease.Loaded.Prepare!([new ChatMessage(ChatRole.System, "You are kind.")], cancel);
                    return;
                }

                Assert.Equal(1, (await lease.Loaded.Count!([new(ChatRole.User, "Hello?")], cancel)).Total);
                var reply = await lease.Loaded.Client.GetResponseAsync("Hello?", cancellationToken: cancel);
                Assert.Equal("Hello.", reply.Text);
                lease.Complete();
                Answered++;
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
            {
                lease.Fail(e.Message);
            }
        }

        private async Task<LoadedBrain> LoadAsync(KnownBrain brain, BrainSettings settings, CancellationToken cancellationToken)
        {
            var worker = new WorkerSettings { Executable = "", ModelPath = brain.Path, Time = _clock, States = new StateSettings("states", brain.Sha256, 1, 1_000_000) };
            var client = await WorkerChatClient.StartAsync(worker, _ => Start(), cancellationToken);
            return new LoadedBrain(client, async (prompt, token) =>
            {
                var count = await client.CountAsync(prompt, token);
                return new PromptTokens(count.Total, count.Parts);
            })
            {
                Prepare = (begun, token) => client.PrepareAsync(begun, token),
                Exited = DiagnosisAsync(client),
            };
        }

        private static async Task<string> DiagnosisAsync(WorkerChatClient client)
        {
            await client.Exited;
            return client.Diagnosis!;
        }

        private PretendWorker Start()
        {
            var live = Interlocked.Increment(ref _live);
            lock (_workers)
            {
                MostLive = Math.Max(MostLive, live);
                _workers.Add(new PretendWorker(NextManner, () => TimeSpan.FromSeconds(Next(40)), _clock, () => Interlocked.Decrement(ref _live)));
                return _workers[^1];
            }
        }

        private Manner NextManner() => Next(100) < _trouble ? (Manner)Next(Enum.GetValues<Manner>().Length) : Manner.Answers;

        private PretendWorker? Last()
        {
            lock (_workers)
                return _workers.LastOrDefault();
        }

        private async Task PassAsync(TimeSpan time, TimeSpan step)
        {
            for (; time > TimeSpan.Zero; time -= step)
                await TickAsync(step);
        }

        // The clock is moved by hand, so it must not run far ahead of those who look at it.
        private async Task TickAsync(TimeSpan step)
        {
            await Task.Delay(1);
            _clock.Advance(step);
        }

        /// <param name="most">Longest time by the pretended clock.</param>
        private async Task EndedAsync(Task task, TimeSpan step, string otherwise, TimeSpan? most = null)
        {
            var (begun, from) = (Stopwatch.GetTimestamp(), _clock.GetTimestamp());
            while (!task.IsCompleted)
            {
                Assert.True(_clock.GetElapsedTime(from) <= (most ?? TimeSpan.MaxValue), $"{otherwise}, by the pretended clock; the brain is {_life.State}.");
                Assert.True(Stopwatch.GetElapsedTime(begun) < Patience, $"{otherwise}; the brain is {_life.State}.");
                await TickAsync(step);
            }

            await task;
        }
    }
}
