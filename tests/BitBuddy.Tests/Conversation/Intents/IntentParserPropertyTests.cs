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
        "except", "without", "but", "neither", "nor", "outside", "second", "alphabetically", "sorted", "by", "name", "containing", "mention", "tax", "budget", "invoices", "receipts", "summer", "q1", "early", "half",
        "taken", "took", "ones", "those", "them", "it", "only", "and", "what about", "more", "next", "extension", "ext:pdf", "size:>1mb", "-draft", "!mp4", "date:2019", "twice", "versions", "opened", "smallest", "christmas", "monday", "morning",
        "everything", "anything", "everywhere", "starting with", "ending in", "or", "python", "code", "written", "weigh", "either",
    ];

    private static Gen<string> Questions => Gen.Elements(Vocabulary).ListOf().Select(words => string.Join(' ', words));

    [Property(MaxTest = 500)]
    public void Parse_AnyString_NeverThrows(string? text) => IntentParserTests.Parser().Parse(text ?? "");

    [Property(MaxTest = 2000)]
    public Property Parse_AnyMixOfKnownWords_NeverThrows() =>
        Prop.ForAll(Questions.ToArbitrary(), question => IntentParserTests.Parser().Parse(question) is not null);

    [Property(MaxTest = 1000)]
    public Property Parse_AnyTalkOfKnownWords_NeverThrows() => Prop.ForAll(Questions.NonEmptyListOf().ToArbitrary(), talk =>
    {
        LastShown? before = null;
        foreach (var question in talk.Take(6))
        {
            var intent = IntentParserTests.Parser().Parse(question, before);
            before = intent.Kind is IntentKind.Find or IntentKind.List or IntentKind.Count or IntentKind.Largest or IntentKind.Newest ? new LastShown(intent, 20) : before;
        }
    });

    [Property(MaxTest = 3000)]
    public Property Parse_WhatWasUnderstoodWrittenDown_IsUnderstoodTheSame() => Prop.ForAll(Questions.ToArbitrary(), question =>
    {
        var query = IntentParserTests.Parser().Parse(question).Query;
        return PlainQuestion.Of(query) is not { } plain || Limits(IntentParserTests.Parser().Parse(plain).Query) == Limits(query);

        static string Limits(BitBuddy.Files.FileQuery query) => IntentText.Of(new Intent(IntentKind.Find, query));
    });

    [Property(MaxTest = 1000)]
    public Property Parse_UpperCase_MeansTheSame() => Prop.ForAll(Questions.ToArbitrary(), question =>
        IntentText.Of(IntentParserTests.Parser().Parse(question.ToUpperInvariant())) == IntentText.Of(IntentParserTests.Parser().Parse(question.ToLowerInvariant())));

    [Property(MaxTest = 500)]
    public Property Parse_QuotedPhrase_StaysOneWord() => Prop.ForAll(
        Gen.Elements(Vocabulary.Where(word => word.All(char.IsLetterOrDigit)).ToArray()).NonEmptyListOf().Select(words => string.Join(' ', words.Take(20))).ToArbitrary(),
        phrase => IntentParserTests.Parser().Parse($"find \"{phrase}\"").Query.Words.SequenceEqual([phrase.ToLowerInvariant()]));
}
