using System.Globalization;
using BitBuddy.Conversation;
using Microsoft.Extensions.Time.Testing;

namespace BitBuddy.Tests.Asking;

/// <summary>The tree of <c>tree.txt</c> as real files with their dates, scanned and read, at a time that stands.</summary>
public sealed class AskedTree : IAsyncLifetime
{
    private readonly TempHome _temp = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 18, 8, 30, 0, TimeSpan.Zero));
    private BuddyHost _host = null!;
    private FactFinder _finder = null!;

    internal string Root => Path.Combine(_temp.Root, "Files");

    internal IntentParser Parser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _clock.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Asking", "tree.txt")).Where(line => line.Length > 0 && line[0] != '#'))
            Write(line.Split(" | "));
        _host = new BuddyHost(_temp.Home, loader: null, _clock);
        await _host.PrepareAsync([Root], progress: null, CancellationToken.None);
        await _host.Files.Contents.ReadAsync(progress: null, CancellationToken.None);
        Parser = new IntentParser(_clock, _host.Index.HasFolderNamed);
        _finder = new FactFinder(_host.Files, () => _host.Health(), _clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _temp.Dispose();
    }

    internal Task<Facts> FactsAsync(Intent intent) => _finder.FindAsync(intent, [Root], 1000, CancellationToken.None);

    // Large files are holes: they take no room on the disk.
    private void Write(string[] parts)
    {
        var path = Path.Combine(Root, parts[0]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var file = File.Create(path))
        {
            file.Write(System.Text.Encoding.UTF8.GetBytes(parts.Length > 3 ? parts[3] : ""));
            // A text is its words and then spaces, so that it stays one.
            if (parts.Length > 3)
                file.Write(Enumerable.Repeat((byte)' ', (int)(long.Parse(parts[1], CultureInfo.InvariantCulture) - file.Length)).ToArray());
            file.SetLength(long.Parse(parts[1], CultureInfo.InvariantCulture));
        }

        var local = DateTime.ParseExact(parts[2], "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        File.SetLastWriteTimeUtc(path, TimeZoneInfo.ConvertTimeToUtc(local, _clock.LocalTimeZone));
    }
}
