namespace BitBuddy.App.Bench;

/// <summary>A small folder of real files, the same each time, and questions about it that differ each time.</summary>
internal static class BenchFiles
{
    private const int Count = 200;
    private const int Seed = 7;
    private static readonly string[] Words = ["report", "invoice", "holiday", "thesis", "budget", "letter", "photo", "draft", "meeting", "notes"];
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

    /// <summary>Every number gives another question; neighbours are of another kind.</summary>
    public static string Question(int number) => (number % 4) switch
    {
        0 => $"how many pdf files bigger than {10 + number} kilobytes are there?",
        1 => $"which is the biggest {Words[number / 4 % Words.Length]} before 2025?",
        2 => $"what are the newest {Words[number / 4 % Words.Length]} files smaller than {40 - (number % 30)} kilobytes?",
        _ => $"find the {Words[number / 4 % Words.Length]} documents bigger than {number} kilobytes",
    };
}
