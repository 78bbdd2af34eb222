using BitBuddy.Brains;
using BitBuddy.Conversation;
using BitBuddy.Settings;

namespace BitBuddy.App.Bench;

/// <summary>A chat without its screen: the same calls of the host, in this process.</summary>
internal sealed class BenchTalk : IAsyncDisposable
{
    private static readonly TimeSpan Typing = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan CatchUp = TimeSpan.FromSeconds(2);
    private readonly BuddyHost _host;
    private readonly TimeProvider _clock;
    private readonly HostStay _stay;
    private Buddy _buddy;

    private BenchTalk(BuddyHost host, TimeProvider clock)
    {
        (_host, _clock, _stay) = (host, clock, host.Stay());
        _buddy = host.Buddy(null);
    }

    public static async Task<BenchTalk> OpenAsync(Session session, BrainMode mode, CancellationToken cancellationToken)
    {
        var host = session.NewHost();
        host.Settings.Set(SettingList.Mode.Name, mode == BrainMode.Quick ? "quick" : "quiet");
        await host.PrepareAsync([], progress: null, cancellationToken);
        await host.Choice.SettleAsync(null, progress: null, cancellationToken);
        return new BenchTalk(host, session.Clock);
    }

    /// <summary>The awake brain's process; null while it is not awake.</summary>
    public int? Worker => _host.Life!.Status.Worker;

    /// <summary>Begins a new talk, with the usual buddy or the one named.</summary>
    public void Renew(string? buddy = null) => _buddy = _host.Buddy(buddy);

    /// <summary>Types for two seconds, the brain getting ready from the first key on and with each whole word, then asks.</summary>
    public async Task<Reply> TypeAsync(string question, CancellationToken cancellationToken)
    {
        var ready = new List<Task>();
        string? words = null;
        for (var typed = 1; typed <= question.Length; typed++)
        {
            var written = question[..typed];
            if (Question.WholeWords(written) != words)
            {
                words = Question.WholeWords(written);
                ready.Add(Task.Run(() => _buddy.GetReadyAsync(written, keepAlive: null, cancellationToken), cancellationToken));
            }

            await Task.Delay(Typing / question.Length, _clock, cancellationToken);
        }

        var reply = await AskAsync(question, cancellationToken);
        await Task.WhenAll(ready);
        return reply;
    }

    /// <exception cref="BuddyException">The brain did not speak.</exception>
    public async Task<Reply> AskAsync(string text, CancellationToken cancellationToken)
    {
        var askedAt = _clock.GetTimestamp();
        var folders = await _host.PrepareAsync([], progress: null, cancellationToken);
        Reply? reply = null;
        await foreach (var part in _buddy.AskAsync(new Question(text) { Folders = folders, AskedAt = askedAt, Fresh = true }, cancellationToken))
            reply = (part as ReplyPart.Done)?.Reply ?? reply;
        await _host.CatchUpAsync(folders, CatchUp, cancellationToken);
        return reply is { Brain: not null, Timings.FirstToken: not null }
            ? reply
            : throw new BuddyException($"The brain did not speak: {reply?.WhyNot ?? "it said nothing."}");
    }

    public Task SleepAsync() => _host.Life!.SleepAsync();

    public async ValueTask DisposeAsync()
    {
        await _stay.DisposeAsync();
        await _host.DisposeAsync();
    }
}
