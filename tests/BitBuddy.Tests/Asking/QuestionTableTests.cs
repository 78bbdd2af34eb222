using BitBuddy.Conversation;
using BitBuddy.Files;
using BitBuddy.Tests.Conversation.Intents;

namespace BitBuddy.Tests.Asking;

/// <summary>
/// Questions as people put them, what they mean and which files answer them, on the tree of <c>tree.txt</c>. One line, one question:
/// question | parse | files. "+" leans on the line before. Files are sorted by name unless the question sorts; of many, the first four.
/// </summary>
public sealed class QuestionTableTests(AskedTree tree) : IClassFixture<AskedTree>
{
    private const int Shown = 4;

    private static readonly Dictionary<string, AskedLine> Lines = AskedLine.Read("questions.txt").DistinctBy(line => line.Whole).ToDictionary(line => line.Whole);

    public static TheoryData<string> Questions() => [.. Lines.Keys];

    [Fact]
    public void Table_Questions_AreManyAndVaried()
    {
        var lines = AskedLine.Read("questions.txt").ToList();

        Assert.True(lines.Count >= 400, $"{lines.Count} questions");
        Assert.Empty(lines.GroupBy(line => line.Whole).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.Empty(Enum.GetValues<IntentKind>().Except([IntentKind.Where]).Except(lines.Select(line => Enum.Parse<IntentKind>(line.Parse.Split(' ')[0]))));
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Ask_Question_MeansThisAndFindsThese(string talk)
    {
        var line = Lines[talk];
        LastShown? before = null;
        foreach (var earlier in line.Talk)
        {
            var (spoken, answer) = await AskAsync(earlier, before);
            before = answer.Count is null ? before : new LastShown(spoken, Math.Min(answer.Files.Count, 20));
        }

        var parsed = tree.Parser.Parse(line.Question, before);
        var (_, facts) = await AskAsync(line.Question, before);

        Assert.Equal(line.Parse, Text(parsed));
        // What a skill of its own answers is tested with that skill.
        if (parsed.Kind is IntentKind.Find or IntentKind.List or IntentKind.Count or IntentKind.Largest or IntentKind.Newest)
            Assert.Equal(line.Files, Names(facts, parsed.Query.Order));
    }

    private async Task<(Intent Intent, Facts Facts)> AskAsync(string question, LastShown? before)
    {
        var intent = tree.Parser.Parse(question, before);
        var facts = await tree.FactsAsync(intent);
        return (intent with { Query = (facts.Instead ?? intent.Query) with { Taken = intent.Query.Taken } }, facts);
    }

    private static string Text(Intent intent) => IntentText.Of(intent) + (intent.Corrected is null ? "" : $" ({intent.Corrected})");

    private static string Names(Facts facts, FileOrder order)
    {
        var names = facts.Files.Select(file => file.Name);
        var listed = (order == FileOrder.Relevance ? names.Order(StringComparer.Ordinal) : names).ToList();
        var how = facts.IsMentioned ? "(in texts) " : facts.IsNamed ? "(by name) " : "";
        return how + (facts.Count == 0 ? "none" : listed.Count <= Shown ? string.Join(", ", listed) : $"{facts.Count}: {string.Join(", ", listed.Take(Shown))}, ...");
    }
}
