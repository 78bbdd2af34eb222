using BitBuddy.Conversation;
using BitBuddy.Files.Contents;
using BitBuddy.Tests.Conversation;

namespace BitBuddy.Tests.Files.Contents;

/// <summary>When a photo was taken is not when its file changed: questions that ask for one are not answered with the other.</summary>
public sealed class TakenTests : IAsyncDisposable
{
    private readonly TempHome _temp = new();
    private readonly BuddyHost _host;

    public TakenTests()
    {
        AppReader.NeedsLinux();
        // Both were taken on 3 May 2024, as they say themselves; the screenshot says nothing.
        Changed(_temp.Write("files/photo.jpg", Samples.Bytes("photo.jpg")), new(2023, 1, 10));
        Changed(_temp.Write("files/second.png", Samples.Bytes("photo.png")), new(2026, 6, 1));
        Changed(_temp.Write("files/screenshot.gif", Samples.Bytes("photo.gif")), new(2024, 5, 3));
        _host = new BuddyHost(_temp.Home, null, Sample.Clock()) { Reader = AppReader.Start };
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _temp.Dispose();
    }

    [Theory]
    [InlineData("photos taken in May 2024", new[] { "photo.jpg", "second.png" })]
    [InlineData("which pictures did I take on 3 May 2024?", new[] { "photo.jpg", "second.png" })]
    [InlineData("pictures changed in May 2024", new[] { "screenshot.gif" })]
    [InlineData("pictures modified in June 2026", new[] { "second.png" })]
    [InlineData("how many photos were taken in 2024?", new[] { "photo.jpg", "second.png" })]
    [InlineData("pictures changed in 2023", new[] { "photo.jpg" })]
    public async Task Ask_ForAPhotosDate_GoesByTheOneThatWasAskedFor(string question, string[] names)
    {
        var facts = await AskAsync(question);

        Assert.Equal(names, facts.Files.Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.Equal(names.Length, facts.Count);
        Assert.Null(facts.Corrected);
    }

    [Fact]
    public async Task Ask_ForOnesTakenWhenNoneWas_GoesByTheirChangeAndSaysSo()
    {
        var facts = await AskAsync("photos taken in January 2023");

        Assert.Equal(["photo.jpg"], facts.Files.Select(file => file.Name));
        Assert.False(facts.Instead!.Taken);
    }

    [Fact]
    public async Task Facts_OfAPhotoFoundByWhenItWasTaken_KeepTheFilesOwnDate()
    {
        var facts = await AskAsync("photos taken in May 2024");

        Assert.Equal(new DateTime(2023, 1, 10), facts.Files.Single(file => file.Name == "photo.jpg").Modified.UtcDateTime);
    }

    private async Task<Facts> AskAsync(string question)
    {
        var folders = await _host.PrepareAsync([Path.Combine(_temp.Root, "files")], null, TestContext.Current.CancellationToken);
        await _host.Files.Contents.ReadAsync(null, TestContext.Current.CancellationToken);
        await _host.Choice.SettleAsync("none", null, TestContext.Current.CancellationToken);
        Facts? facts = null;
        await foreach (var part in _host.Buddy(null).AskAsync(new Question(question) { Folders = folders }, TestContext.Current.CancellationToken))
            facts = (part as ReplyPart.FactsFound)?.Facts ?? facts;
        return facts!;
    }

    private static void Changed(string path, DateTime when) => File.SetLastWriteTimeUtc(path, DateTime.SpecifyKind(when, DateTimeKind.Utc));
}
