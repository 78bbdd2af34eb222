using System.Globalization;
using System.Text.RegularExpressions;
using BitBuddy.Conversation;
using BitBuddy.Personalities;

namespace BitBuddy.Tests.Conversation.Grounding;

/// <summary>A sentence a hostile brain says.</summary>
/// <param name="Invented">What of it may never be shown; null: it is true.</param>
internal sealed record HostileLine(string Text, string? Invented = null);

/// <summary>
/// Makes true and invented sentences for given facts, and so knows which is which; it reads the facts alone and none of the guard's code.
/// </summary>
internal sealed class HostileScript(Facts facts, SeededRandom random)
{
    private static readonly string[] Words =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];

    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[..12];
    private static readonly string[] Units = ["KB", "MB", "GB", "kilobytes", "megabytes", "gigabytes"];
    private static readonly string[] Endings = ["pdf", "docx", "jpg", "txt", "xlsx", "mp4", "zip", "py", "PDF", "html", "eml", "p\u200bdf", "tar.gz"];
    private static readonly string[] Stems = ["ghost", "Secret Plan", "phantom_7", "q3-report", "résumé", "shadow", "my diary", "Zauberei", "x", "gho\u200bst", "gho\u00adst"];

    // Spans in days before today (Wednesday 17 June 2026), a little wide.
    private static readonly (string Said, int From, int To)[] Spans =
    [
        ("yesterday", 1, 1), ("today", 0, 0), ("this morning", 0, 0), ("last week", 3, 9), ("last weekend", 3, 5), ("last month", 17, 47), ("last year", 168, 533), ("this month", 0, 17), ("this week", 0, 3),
        ("two days ago", 2, 2), ("3 days ago", 3, 3), ("a week ago", 4, 10), ("three weeks ago", 17, 25), ("2 months ago", 40, 80), ("five years ago", 1600, 2100), ("the day before yesterday", 1, 2),
        ("tomorrow", 9999, 9999), ("next week", 9999, 9999), ("last summer", 250, 390), ("a few days ago", 2, 6), ("ten years ago", 3400, 3900), ("on Saturday", 0, 9998),
    ];

    // Everything the facts say, for the look-up of what they do not.
    private readonly string _all = string.Join('\n', facts.Files.Concat(facts.Near).SelectMany(file => (string[])[file.Path, Said.Size(file.Bytes), file.Bytes.ToString(CultureInfo.InvariantCulture), file.Modified.ToString("d MMMM yyyy HH:mm yyyy-MM-dd", CultureInfo.InvariantCulture)])
        .Concat([$"{facts.Count}", Said.Size(facts.Bytes ?? 0), facts.AsOf.ToString("d MMMM yyyy HH:mm", CultureInfo.InvariantCulture), $"{facts.Files.Count} {facts.Folders.Count}", .. facts.Folders, $"{facts.Health}",
            Said.Size(facts.Health?.Bytes ?? 0), Said.Size(facts.Health?.DiskFree ?? 0), Said.Size(facts.Health?.DiskTotal ?? 0)]));

    private bool IsOfFiles => facts.Count is not null;

    /// <summary>True sentences there are, whatever the facts.</summary>
    public HostileLine True()
    {
        List<string> lines =
        [
            "No problem, one of them made me smile.", "First of all, that's all right!", "I am happy to help, one moment.", "It is all good here.", "I am Pixel, at your service.",
            "No worries, I like that question.", "Every file has a shelf, and I love finding it.", "I never move files.", "There is nothing to worry about.",
        ];
        if (facts is { Count: { } count, Health: null })
        {
            lines.AddRange([$"You have {Said.Number(count)} {(count == 1 ? "file" : "files")}.", $"I found {Said.Number(count)} of them for you.", $"That makes {Said.Number(count)} in all."]);
            if (count is > 1 and <= 20)
                lines.Add($"There are {Words[count]} files.");
            lines.AddRange(count switch
            {
                0 => ["I found no files.", "Nothing turned up, sorry.", "There are none.", "I could not find any files."],
                1 => ["That is the only file I know.", "It is just one file."],
                _ => ["All of them are safe with me.", "Every file of them is listed above."],
            });
            if (facts.Bytes is > 0 and var bytes)
                lines.AddRange([$"Together they take {Said.Size(bytes)}.", $"That is about {Said.Size(bytes)} in all."]);
        }

        if (facts.Health is { } health)
            lines.AddRange([$"I know {Said.Number(health.Files)} files in {Said.Count(health.Folders, "folder", "folders")}.", $"Your files take {Said.Size(health.Bytes)} here."]);
        foreach (var file in facts.Files.Take(4))
        {
            var day = file.Modified.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
            lines.AddRange(
            [
                $"Have a look at {file.Name} first.", $"I like “{file.Name}” best.", $"{file.Name} takes {Said.Size(file.Bytes)}.", $"The file \"{file.Name}\" is from {day}.",
                $"{file.Name} ({Said.Size(file.Bytes)}) was last changed on {day}.", $"{file.Name} is in the {Path.GetFileName(Path.GetDirectoryName(file.Path))} folder.",
                $"I found **{file.Name}**, and it is from {file.Modified.Year}.",
            ]);
        }

        return new HostileLine(random.Pick(lines));
    }

    /// <summary>An invented sentence.</summary>
    public HostileLine Invented()
    {
        while (true)
        {
            var line = random.Between(0, 5) switch
            {
                0 => Number(),
                1 => Size(),
                2 => Date(),
                3 => Name(),
                4 => Amount(),
                _ => Mixed(),
            };
            if (line is not null)
                return line;
        }
    }

    private HostileLine? Number()
    {
        var number = random.Between(2, random.Between(0, 1) == 0 ? 20 : 5000);
        var said = random.Between(0, 4) switch
        {
            0 when number <= 20 => Words[number],
            1 => Said.Number(number),
            2 => random.Pick(["a dozen", "two dozen", "thirty-one", "two hundred", "a couple of", "hundreds of", "half a dozen", "１７", "a million", "XX12"]),
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
        if (Says(said) || Says(number.ToString(CultureInfo.InvariantCulture)) || facts.Count is 2 or 6 or 12 or 24 or > 100)
            return null;
        return Line(random.Pick(["You have {0} files.", "There are {0} pdfs here.", "I see {0} of them.", "Well, about {0} documents are old.", "My count says {0}.", "As you asked, {0} files match!", "{0} pictures, how nice."]), said);
    }

    private HostileLine? Size()
    {
        if (random.Between(0, 3) == 0)
            return Line("They take {0}.", random.Pick(["half a terabyte", "a terabyte", "42 percent", "73 %", "a few hundred terabytes"]));
        var (tenths, unit) = (random.Between(20, 9999), random.Between(0, 2));
        // "Eighteen megabytes" is true of 17.9 MB.
        var bytes = tenths * (decimal)Math.Pow(1000, unit + 1) / 10;
        IEnumerable<long?> sizes =
            [.. facts.Files.Select(file => (long?)file.Bytes), facts.Bytes, facts.Health?.Bytes, facts.Health?.DiskFree, facts.Health?.DiskTotal, facts.Health?.DiskTotal - facts.Health?.DiskFree];
        if (sizes.Any(size => size > bytes * 0.5m && size < bytes * 1.5m))
            return null;
        var said = tenths switch
        {
            <= 200 => $"{Words[tenths / 10]} {Units[unit + 3]}",
            < 5000 => $"{tenths / 10}{Units[unit]}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{tenths / 10m:0.0} {Units[unit]}"),
        };
        return Line(random.Pick(["They take {0}.", "It is about {0} big.", "In all that makes {0}, I think.", "Your disk has {0} free."]), said);
    }

    private HostileLine? Date()
    {
        if (random.Between(0, 1) == 0)
        {
            var span = random.Pick(Spans);
            var days = facts.Files.Select(file => (Sample.Now.Date - file.Modified.Date).Days);
            var isFree = !IsOfFiles && span.Said is "today" or "this morning" or "this week" or "this month";
            return isFree || days.Any(day => day >= span.From && day <= span.To) || (span.To == 0 && facts.AsOf.Date == Sample.Now.Date)
                ? null : Line(random.Pick(["You changed it {0}.", "The newest one is from {0}.", "I saw it {0}, I believe."]), span.Said);
        }

        var date = new DateTime(random.Between(1990, 2031), random.Between(1, 12), random.Between(1, 28));
        var said = date.ToString(random.Pick(["d MMMM", "MMMM d, yyyy", "yyyy-MM-dd", "MMMM yyyy", "yyyy", "d MMM yyyy", "dddd, d MMMM"]), CultureInfo.InvariantCulture);
        return Says(said) || Says($"{date.Year}") || Says(date.ToString("MMMM", CultureInfo.InvariantCulture)) || date.Month == 6
            ? null : Line(random.Pick(["It is from {0}.", "You made it in {0}.", "The oldest one is from {0}, wow."]), said);
    }

    private HostileLine? Name()
    {
        var stem = random.Pick(Stems);
        var name = $"{stem}{random.Pick([".", ".", ".", "．", "\u2024", "\u200b."])}{random.Pick(Endings)}";
        var said = random.Between(0, 5) switch
        {
            0 => $"\"{stem}\"",
            1 => $"“{stem}”",
            2 => $"/home/sam/{stem}",
            3 => $"C:\\Users\\{stem}",
            4 => $"`{stem}`",
            _ => name,
        };
        var wrap = random.Pick(["Have a look at {0} first.", "I found {0} for you.", "Look, <b>{0}</b>!", "The best one is **{0}** by far.", "It is called {0}.", "[{0}](here) is nice."]);
        // Of a name, its last word is what the guard sees as one.
        // What hides in a word is shown as a mark.
        return new HostileLine(string.Format(CultureInfo.InvariantCulture, wrap, said), Display.Line(said.Split(' ')[^1].Trim('"', '“', '”', '`')));
    }

    private HostileLine? Amount() => facts switch
    {
        { Count: null } => Line("I have {0} in my folder.", random.Pick(["a dozen files", "200 photos", "seven videos"])),
        { Count: 0 } => Line(random.Pick(["{0} are here.", "I like {0}."]), random.Pick(["all of your files", "both files", "every file of yours"])),
        _ => random.Between(0, 3) switch
        {
            0 => Line("I found {0}.", random.Pick(["no files", "no such documents", "nothing at all like it"])),
            1 => Line("{0} match.", random.Pick(["None of them", "None of your files", "No files"])),
            2 when facts.Count != 1 => Line("That is the {0} I know.", random.Pick(["only file", "only document"])),
            _ when facts.Files.Any(file => !file.Name.EndsWith(".zip", StringComparison.Ordinal)) =>
                Line("{0} here.", random.Pick(["Every archive", "All zip files", "Only archives", "All of them are archives", "Every file is a zip", "A third of your files", "Three quarters of them"])),
            _ => null,
        },
    };

    // A true name with a true value of another file.
    private HostileLine? Mixed()
    {
        if (facts.Files.Count < 2)
            return null;
        var (one, other) = (random.Pick(facts.Files), random.Pick(facts.Files));
        var date = other.Modified.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        if (random.Between(0, 1) == 0)
            return one.Modified.Date == other.Modified.Date ? null : Line("I like {0}.", $"{one.Name} from {date}");
        return Said.Size(one.Bytes) == Said.Size(other.Bytes) ? null : Line("{0}.", $"{one.Name} takes {Said.Size(other.Bytes)}");
    }

    private bool Says(string what) => Has(_all, what);

    private static HostileLine Line(string frame, string claim) => new(string.Format(CultureInfo.InvariantCulture, frame, claim), claim);

    /// <summary>The second checker: those words stand there, whatever the spaces and the case.</summary>
    public static bool Has(string text, string words) =>
        Regex.IsMatch(text, $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(words).Replace(@"\ ", @"\s+")}(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase);
}
