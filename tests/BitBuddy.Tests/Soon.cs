namespace BitBuddy.Tests;

/// <summary>Waits for what another thread is about to do.</summary>
internal static class Soon
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Looks often until it is so; <paramref name="meanwhile"/> runs between two looks.</summary>
    public static async Task UntilAsync(Func<bool> isSo, Action? meanwhile = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!isSo())
        {
            meanwhile?.Invoke();
            Assert.True(await poll.WaitForNextTickAsync(patience.Token));
        }
    }
}
