namespace BrainSchool.Lessons;

/// <summary>Made-up words and names of files. What the brain sees of them is a slot, so they only have to be many.</summary>
internal static class Names
{
    private static readonly string[] Endings = ["pdf", "docx", "jpg", "png", "mp4", "zip", "xlsx", "mp3", "txt", "md"];

    /// <summary>"vonarel".</summary>
    public static string Word(Random random)
    {
        var word = "";
        for (var left = random.Next(2, 4); left > 0; left--)
            word += "bdfgklmnprstvz"[random.Next(14)] + "" + "aeiou"[random.Next(5)] + (random.Chance(0.3) ? "nrslx"[random.Next(5)] + "" : "");
        return word + "q";
    }

    /// <summary>"vonarel_bidu.pdf".</summary>
    public static string File(Random random) => $"{Word(random)}{random.Pick((string[])["", "_" + Word(random), " " + random.Next(1990, 2030), "_v" + random.Next(9)])}.{random.Pick(Endings)}";

    /// <summary>"Vonarel".</summary>
    public static string Place(Random random) => Word(random) is var word ? char.ToUpperInvariant(word[0]) + word[1..] : "";
}
