using System.Text.RegularExpressions;
using BitBuddy.Conversation;
using BitBuddy.Personalities;

namespace BitBuddy.Tests.Conversation.Rules;

/// <summary>The phrases themselves, as data.</summary>
public sealed partial class PhraseFileTests
{
    private static readonly string[] Slots =
    [
        "named", "limited", "gone", "gone-files", "name", "arc", "arc-word", "mood", "because", "cure", "also", "away", "hello", "goodbye", "time", "today", "add-folder", "skill", "brain",
        "all-files", "all-size", "all-folders", "disk-free", "disk-total", "that", "those", "files", "are", "size", "near",
        "file", "file-size", "date", "day", "folder", "best", "value", "others", "list", "wrong", "right", "mentioned", "as-of",
        "sets", "copies", "versions", "spare", "parts", "since", "unused", "added", "edited",
        "gist", "why",
    ];

    private static IEnumerable<(string Section, string Phrase)> All() => Characters.All.Select(who => PhraseFile.Of(who.Character)!).Append(PhraseFile.Common)
        .SelectMany(file => file.Sections.SelectMany(section => file[section].Select(phrase => (section, phrase))));

    [Fact]
    public void Phrases_EachOne_IsWellFormed()
    {
        Assert.All(All(), line =>
        {
            Assert.All(Slot().Matches(line.Phrase), slot => Assert.Contains(slot.Groups[1].Value, Slots));
            Assert.Equal(line.Phrase.Count(c => c == '['), line.Phrase.Count(c => c == ']'));
            Assert.DoesNotMatch(@"  | $|^ | [,.!?;:]|[0-9]|“|\t", line.Phrase);
            if (!line.Section.StartsWith("skill", StringComparison.Ordinal) && line.Section != "changed")
                Assert.Matches(@"[.!?]$", line.Phrase);
        });
    }

    [Fact]
    public void Phrases_OfAllSections_AreNowhereTheSame() =>
        Assert.Empty(All().Where(line => line.Phrase.Contains(' ', StringComparison.Ordinal)).GroupBy(line => line).Where(same => same.Count() > 1).Select(same => same.Key));

    [Fact]
    public void Sections_EverySituation_HasTwelvePhrasesOrAPartThatHas()
    {
        foreach (var situation in Enum.GetValues<Situation>())
            Assert.All(Situations.Sections(situation), section => Assert.InRange(PhraseFile.Common[section].Count, 12, 99));
    }

    [Fact]
    public void Sections_OfACharacter_AreSectionsOfAll() =>
        Assert.All(Characters.All, who => Assert.Empty(PhraseFile.Of(who.Character)!.Sections.Except(PhraseFile.Common.Sections).Except(["Talk"])));

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex Slot();
}
