using BitBuddy.Brains;
using BitBuddy.Conversation;
using BitBuddy.Personalities;

namespace BitBuddy.Tests;

/// <summary>What was made of a folder's files goes with it.</summary>
public sealed class RemoveFolderTests : IAsyncDisposable
{
    private readonly TempHome _temp = new();
    private readonly BuddyHost _host;
    private string? _onEnd;

    public RemoveFolderTests()
    {
        _temp.Write("files/secret.pdf", new byte[100]);
        _host = new BuddyHost(_temp.Home, (_, _, _) => Task.FromResult(new LoadedBrain(new EndingClient(this), null)), TimeProvider.System);
    }

    private string Files => Path.Combine(_temp.Root, "files");

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _temp.Dispose();
    }

    private async Task SpeakAsync()
    {
        var folders = await _host.PrepareAsync([Files], null, CancellationToken.None);
        await _host.Choice.SettleAsync(_temp.Write("brain.gguf", Brains.TinyGguf.Whole().Bytes()), null, CancellationToken.None);
        await foreach (var _ in _host.Buddy(null).AskAsync(new Question("how many pdfs?") { Folders = folders }))
        {
        }
    }

    [Fact]
    public async Task Remove_AfterAReplyOfAnAwakeHost_NothingIsLeft()
    {
        await using var staying = _host.Stay();
        await SpeakAsync();
        var memory = Path.Combine(_temp.Home.Buddies, Characters.Default.Name, "memory.db");
        Assert.Contains("indeed", RawText.OfDatabase(memory), StringComparison.Ordinal);
        await Soon.UntilAsync(() => _host.Run.Live() is [{ State: "awake" }]);
        // As an engine does it: it keeps what it has read when it ends.
        _onEnd = Path.Combine(_temp.Home.States, "late.state");

        await _host.RemoveFolderAsync(Files);

        Assert.DoesNotContain("indeed", RawText.OfDatabase(memory), StringComparison.Ordinal);
        Assert.Equal(BrainState.Asleep, _host.Life!.State);
        Assert.Null(_onEnd);
        Assert.Empty(Directory.GetFiles(_temp.Home.States));
        Assert.DoesNotContain(Files, _host.Folders.List());
    }

    [Fact]
    public async Task Remove_AFolder_WhatWasAskedAndListedOfItIsGone()
    {
        await SpeakAsync();
        var usage = _temp.Home.UsageFile;
        Assert.Contains("secret", RawText.OfDatabase(usage), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(usage));

        await _host.RemoveFolderAsync(Files);

        Assert.DoesNotContain("secret", RawText.OfDatabase(usage), StringComparison.Ordinal);
        Assert.Empty(_host.Files.Usage.LastList());
    }

    [Fact]
    public async Task Set_NoStates_ThoseThereAreGo()
    {
        _temp.Write("home/states/old.state", [1]);

        await _host.SetAsync("brain.states_mb", "0");

        Assert.Empty(Directory.GetFiles(_temp.Home.States));
    }

    private sealed class EndingClient(RemoveFolderTests test) : Microsoft.Extensions.AI.DelegatingChatClient(new ScriptedChatClient("You have 1 pdf file indeed. "))
    {
        protected override void Dispose(bool disposing)
        {
            if (Interlocked.Exchange(ref test._onEnd, null) is { } state)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(state)!);
                File.WriteAllText(state, "secret");
            }

            base.Dispose(disposing);
        }
    }
}
