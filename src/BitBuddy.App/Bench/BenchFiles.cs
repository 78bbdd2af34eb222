namespace BitBuddy.App.Bench;

/// <summary>A small folder of real files, the same each time, and questions about it that differ each time.</summary>
internal static class BenchFiles
{
    private const int Count = 400;
    private const int Seed = 7;
    private static readonly string[] Words =
    [
        "report", "invoice", "holiday", "thesis", "budget", "letter", "photo", "draft", "meeting", "notes",
        "recipe", "contract", "receipt", "garden", "wedding", "travel", "school", "tax", "insurance", "project",
        "passport", "poem", "lecture", "ticket", "survey", "menu", "birthday", "kitchen", "sunset", "mirror",
        "family", "rent", "salary", "course", "exam", "essay", "novel", "sketch", "design", "proposal",
        "agenda", "brochure", "certificate", "concert", "diary", "flight", "football", "guitar", "hiking", "hotel",
        "lease", "logo", "manual", "newsletter", "portrait", "quote", "resume", "speech", "syllabus", "timetable",
        "tutorial", "vacation", "warranty", "workout",
    ];

    private static readonly string[] Endings = ["pdf", "docx", "jpg", "txt", "mp3", "xlsx", "zip", "png"];
    private static readonly DateTime Newest = new(2025, 6, 30, 12, 0, 0, DateTimeKind.Utc);

    public static void Write(string folder)
    {
        var random = new Random(Seed);
        for (var i = 0; i < Count; i++)
        {
            var place = Path.Combine(folder, Words[i / 20 % Words.Length]);
            Directory.CreateDirectory(place);
            var path = Path.Combine(place, $"{Words[random.Next(Words.Length)]} {Words[random.Next(Words.Length)]} {i}.{Endings[random.Next(Endings.Length)]}");
            File.WriteAllBytes(path, new byte[random.Next(50_000)]);
            File.SetLastWriteTimeUtc(path, Newest.AddHours(-random.Next(24 * 365 * 3)));
        }
    }

    /// <summary>As people ask: short, and every number another one; neighbours are of another kind.</summary>
    public static string Question(int number) => (number % 4) switch
    {
        0 => $"how many {About(number / 4)} files do I have",
        1 => $"which is my biggest {About(number / 4)}",
        2 => $"find my {About(number / 4)} files",
        _ => $"what is my newest {About(number / 4)}",
    };

    // Two words when each of them has had its turn.
    private static string About(int number) => (number / Words.Length % Words.Length) is > 0 and var other
        ? $"{Words[number % Words.Length]} {Words[(number + other) % Words.Length]}"
        : Words[number % Words.Length];
}
