using BitBuddy.Conversation;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace BitBuddy.Tests.Conversation.Intents;

public sealed class IntentParserPropertyTests
{
    private static readonly string[] Vocabulary =
    [
        "find", "how", "many", "pdfs", "photos", "in", "from", "may", "2019", "last", "week", "3", "biggest", "between", "and", "10", "MB", "Downloads",
        "folder", "the", "\"", "'", "top", "older", "than", "of", "documnets", "31", "february", "2024-02-30", "99999999999", "years", "ago", "what", "is", ">", "*.", ".", "a", "few",
        "hi", "thanks", "latest", "since", "00", "to", "or", "more", "\u201c", "-", "9999", "months", "file", "changed", "\u200b", "1,5", "gb",
        ",", "Uni/Thesis", "~/Documents", "/", "download", "not", "no", "half", "1-5", "500mb+", ">=", "first", "18.11.2025", "11/18/2025", "now", "empty", "count",
        "large", "are", "IMG*.jpg", "don't", "'s", "%", "old", "Thesis",
    ];

    private static Gen<string> Questions => Gen.Elements(Vocabulary).ListOf().Select(words => string.Join(' ', words));

    [Property(MaxTest = 500)]
    public void Parse_AnyString_NeverThrows(string? text) => IntentParserTests.Parser().Parse(text ?? "");

    [Property(MaxTest = 2000)]
    public Property Parse_AnyMixOfKnownWords_NeverThrows() =>
        Prop.ForAll(Questions.ToArbitrary(), question => IntentParserTests.Parser().Parse(question) is not null);

    [Property(MaxTest = 1000)]
    public Property Parse_UpperCase_MeansTheSame() => Prop.ForAll(Questions.ToArbitrary(), question =>
        IntentText.Of(IntentParserTests.Parser().Parse(question.ToUpperInvariant())) == IntentText.Of(IntentParserTests.Parser().Parse(question.ToLowerInvariant())));

    [Property(MaxTest = 500)]
    public Property Parse_QuotedPhrase_StaysOneWord() => Prop.ForAll(
        Gen.Elements(Vocabulary.Where(word => word.All(char.IsLetterOrDigit)).ToArray()).NonEmptyListOf().Select(words => string.Join(' ', words.Take(20))).ToArbitrary(),
        phrase => IntentParserTests.Parser().Parse($"find \"{phrase}\"").Query.Words.SequenceEqual([phrase.ToLowerInvariant()]));
}
