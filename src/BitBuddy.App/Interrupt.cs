using System.Runtime.InteropServices;

namespace BitBuddy.App;

/// <summary>Ctrl-C: it stops the command; in a talk it stops the reply that runs, and leaves at the prompt.</summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource _command = new();
    private readonly Lock _lock = new();
    private readonly PosixSignalRegistration _signal;
    private CancellationTokenSource? _reply;
    private bool _talking;
    private Action? _atPrompt;

    public Interrupt() => _signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupted);

    /// <summary>Cancelled by Ctrl-C unless a talk runs.</summary>
    public CancellationToken Command => _command.Token;

    /// <summary>From now on Ctrl-C concerns replies, and where none runs it is <paramref name="atPrompt"/>'s, if there is one.</summary>
    public void BeginTalk(Action? atPrompt)
    {
        lock (_lock)
            (_talking, _atPrompt) = (true, atPrompt);
    }

    /// <summary>From now on Ctrl-C stops the command again.</summary>
    public void EndTalk()
    {
        lock (_lock)
            (_talking, _atPrompt) = (false, null);
    }

    /// <summary>Runs one reply; its token is cancelled by Ctrl-C. True when it was.</summary>
    public async Task<bool> RunReplyAsync(Func<CancellationToken, Task> reply)
    {
        using var source = new CancellationTokenSource();
        lock (_lock)
            _reply = source;
        try
        {
            await reply(source.Token);
            return false;
        }
        catch (OperationCanceledException) when (source.IsCancellationRequested)
        {
            return true;
        }
        finally
        {
            lock (_lock)
                _reply = null;
        }
    }

    /// <summary>Reads a line in the midst of a reply: until it is read Ctrl-C is the prompt's.</summary>
    /// <exception cref="OperationCanceledException">The reply was stopped before.</exception>
    public async Task<T> AtPromptAsync<T>(Func<ValueTask<T>> prompt)
    {
        CancellationTokenSource? reply;
        lock (_lock)
        {
            reply = _reply;
            reply?.Token.ThrowIfCancellationRequested();
            _reply = null;
        }

        try
        {
            return await prompt();
        }
        finally
        {
            lock (_lock)
                _reply = reply;
        }
    }

    public void Dispose()
    {
        _signal.Dispose();
        _command.Dispose();
    }

    private void Interrupted(PosixSignalContext context)
    {
        lock (_lock)
        {
            // At a prompt that is not edited the signal does what it does everywhere: the program ends.
            if (_talking && _reply is null && _atPrompt is null)
                return;
            context.Cancel = true;
            if (_talking && _reply is null)
                _atPrompt!();
            else
                (_reply ?? _command).Cancel();
        }
    }
}
