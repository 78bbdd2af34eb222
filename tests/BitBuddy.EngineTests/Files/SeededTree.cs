using System.Globalization;

namespace BitBuddy.EngineTests.Files;

/// <summary>A tree as people have them, from a seed: pictures by event, code by package, music by album, papers by subject, a full Downloads.</summary>
/// <param name="files">About how many files; exactly so many.</param>
public sealed class SeededTree(int files, int seed)
{
    private static readonly string[] Words = ("report invoice holiday thesis budget letter photo draft final meeting notes summer winter garden kitchen "
        + "lisbon vienna london tokyo madrid paris harbour mountain river bridge wedding birthday school course lecture exam homework project "
        + "contract insurance salary receipt warranty manual recipe guitar piano concert festival ticket passport visa flight hotel museum "
        + "client server parser reader writer buffer stream index search cache token session config option handler factory service model view "
        + "button window layout render shader texture vector matrix physics engine network socket packet request response header cookie "
        + "monday friday january october night morning coffee summary analysis chapter figure table appendix review proposal agenda minutes "
        + "résumé übersicht façade señal größe naïve ångström łódź čeština").Split(' ');

    private static readonly string[] Papers = ["pdf", "docx", "odt", "txt", "md", "xlsx", "pptx", "csv", "tex"];
    private static readonly string[] Codes = ["cs", "py", "js", "ts", "h", "c", "json", "md", "html", "css", "rs", "yml"];
    private static readonly string[] Loads = ["zip", "pdf", "deb", "exe", "iso", "jpg", "png", "mp4", "AppImage", "html", ""];

    /// <summary>One file of it.</summary>
    /// <param name="Path">Below the root, with "/" between.</param>
    public readonly record struct Item(string Path, long Bytes, DateTime Modified);

    /// <summary>All its files, folder by folder; the same for the same numbers.</summary>
    public IEnumerable<Item> Items()
    {
        var random = new Random(seed);
        var left = files;
        for (var folder = 0; left > 0; folder++)
        {
            var (path, name, many) = Folder(random, folder);
            var count = Math.Min(left, Math.Max(1, (int)(-Math.Log(1 - random.NextDouble()) * many)));
            var day = new DateTime(2012, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(random.Next(60 * 24 * 365 * 14));
            for (var i = 0; i < count; i++)
                yield return new($"{path}/{name(i)}", Size(random), day.AddSeconds(random.Next(86_400)).AddTicks(random.Next(10_000_000)));
            left -= count;
        }
    }

    /// <summary>Writes it below a folder: sparse files of the true sizes and dates, those without an extension with a beginning that tells their kind.</summary>
    public void Write(string root)
    {
        var last = "";
        foreach (var item in Items())
        {
            var path = Path.Combine(root, item.Path);
            if (Path.GetDirectoryName(path) is { } folder && folder != last)
                Directory.CreateDirectory(last = folder);
            using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
            if (!Path.HasExtension(path))
                RandomAccess.Write(file, "%PDF-1.7\n"u8, 0);
            RandomAccess.SetLength(file, item.Bytes);
            File.SetLastWriteTimeUtc(file, item.Modified);
        }
    }

    private static (string Path, Func<int, string> Name, int Many) Folder(Random random, int number)
    {
        string Word() => Words[random.Next(Words.Length)];
        string Capital() => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(Word());
        var year = 2008 + random.Next(18);
        var ending = 0;
        switch (random.Next(100))
        {
            case < 22:
                var shot = random.Next(10_000);
                return ($"Pictures/{year}/{year}-{1 + random.Next(12):00} {Capital()} {Capital()} {number}", i => $"IMG_{year}{shot + i:000000}.{(i % 9 == 8 ? "mp4" : "jpg")}", 40);
            case < 62:
                return ($"Projects/{Words[number / 60 % Words.Length]}-{number / 60}/src/{Word()}/{Word()}{number}", i => $"{Capital()}{Capital()}{(i % 3 == 0 ? Capital() : "")}{i}.{Codes[random.Next(Codes.Length)]}", 9);
            case < 74:
                return ($"Music/{Words[number / 90 % Words.Length]} {Words[number / 30 % Words.Length]}/{year} - {Capital()} {number}", i => $"{i + 1:00} {Capital()} {Word()}.{(number % 3 == 0 ? "flac" : "mp3")}", 11);
            case < 98:
                return ($"Documents/{Capital()}/{Capital()} {year}/{Word()} {number}", i => $"{Word()}_{Word()} {(i % 4) switch { 0 => "final", 1 => $"v{i}", 2 => $"({i})", _ => $"{year}-{1 + (i % 12):00}" }} {i}.{Papers[random.Next(Papers.Length)]}", 12);
            default:
                return ($"Downloads/{Word()} {number}", i => (ending = random.Next(Loads.Length)) == Loads.Length - 1 ? $"{Word()}{i}" : $"{Word()}-{Word()}-{random.Next(100)}.{i}.{Loads[ending]}", 80);
        }
    }

    // From nothing to hundreds of megabytes, most of them some kilobytes.
    private static long Size(Random random) => (long)Math.Exp(random.NextDouble() * random.NextDouble() * 20) - 1;
}
