namespace BitBuddy.Tests.Asking;

/// <summary>A line of <c>questions.txt</c>.</summary>
/// <param name="Talk">The questions before it that it leans on, the first one first.</param>
internal sealed record AskedLine(string[] Talk, string Question, string Parse, string? Files)
{
    /// <summary>The talk and the question in one line.</summary>
    public string Whole => string.Join(" / ", [.. Talk, Question]);

    /// <summary>All lines of a table that lies beside the tests.</summary>
    public static IEnumerable<AskedLine> Read(string table)
    {
        var talk = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Asking", table)).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var parts = line.Split(" | ");
            var leans = parts[0].StartsWith("+ ", StringComparison.Ordinal);
            if (!leans)
                talk.Clear();
            var question = leans ? parts[0][2..] : parts[0];
            yield return new AskedLine([.. talk], question, parts[1], parts.Length > 2 ? parts[2] : null);
            talk.Add(question);
        }
    }
}
