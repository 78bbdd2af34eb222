using System.Globalization;
using System.IO.Hashing;
using System.Text;
using BitBuddy.Files;
using BitBuddy.Personalities;

namespace BitBuddy.Conversation;

/// <summary>One situation: where this is equal, a reply given before is as true now.</summary>
/// <param name="Hash">32 hex digits, XXH128: there is nobody to be fooled, and SHA-256 would load OpenSSL for each one-shot question.</param>
internal readonly record struct CacheKey(string Hash)
{
    /// <param name="personalityVersion">From <see cref="PersonalitySource.Version"/>.</param>
    /// <param name="memoryVersion">Changes with what the buddy remembers.</param>
    /// <param name="brainSha256">The brain that would speak.</param>
    /// <param name="layout">Of the prompt it would be given.</param>
    public static CacheKey Of(
        Intent intent, Facts facts, string personalityVersion, Mood mood, long memoryVersion, string brainSha256, string question, TimeProvider clock,
        int layout = PromptBudget.Layout)
    {
        var fields = new Fields();
        fields.Add(layout, personalityVersion, memoryVersion, brainSha256, mood.State, mood.Because);
        // "Yesterday" is another day tomorrow.
        fields.Add(clock.GetLocalNow().Date, AsOf.Of(facts, clock));
        fields.Add(intent.Kind, intent.Smalltalk, intent.Corrected, intent.Aspect, intent.IsRemoved);
        Add(fields, intent.Query);
        Add(fields, facts);
        fields.Add(SpeaksOfTheQuestion(intent.Kind) ? Normal(question) : null);
        return new CacheKey(Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes(fields.ToString()))));
    }

    /// <summary>Case, spaces and marks aside; a question of marks alone stays as it is.</summary>
    internal static string Normal(string question)
    {
        var words = new StringBuilder(question.Length);
        foreach (var rune in question.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
                words.Append(Rune.ToLowerInvariant(rune));
            else if (rune.Value is not ('\'' or '’') && words.Length > 0 && words[^1] != ' ')
                words.Append(' ');
        }

        return words.Length > 0 ? words.ToString().TrimEnd() : question.Trim();
    }

    private static bool SpeaksOfTheQuestion(IntentKind kind) =>
        kind is IntentKind.Smalltalk or IntentKind.Help or IntentKind.Summary or IntentKind.Unknown;

    private static void Add(Fields fields, FileQuery query)
    {
        fields.AddAll(query.Folders);
        fields.AddAll(query.Words);
        fields.AddAll(query.Kinds);
        fields.AddAll(query.Extensions);
        fields.AddAll(query.Places);
        fields.Add(query.MinBytes, query.MaxBytes, query.From?.UtcTicks, query.Until?.UtcTicks, query.Order, query.Take, query.Taken, query.Skip, query.Either.Count, query.Except.Count);
        fields.AddAll(query.Inside);
        fields.AddAll(query.InsideEither);
        fields.AddAll(query.Begins);
        fields.AddAll(query.Ends);
        foreach (var words in query.Either)
            fields.AddAll(words);
        foreach (var except in query.Except)
            Add(fields, except);
    }

    private static void Add(Fields fields, Facts facts)
    {
        fields.Add(facts.Intent, facts.Count, facts.Bytes, facts.Corrected, facts.IsMentioned, facts.IsNamed, facts.GoneCount);
        fields.AddAll(facts.Gone);
        fields.AddAll(facts.Folders);
        fields.AddAll(facts.Sentences);
        fields.Add(facts.Wordless);
        Add(fields, facts.Files);
        Add(fields, facts.Near);
        if (facts.Insight is { } insight)
        {
            fields.Add(insight.GroupCount, insight.Wasted, insight.Since?.UtcDateTime.Date, insight.OpeningIsKnown, insight.Changes?.Added, insight.Changes?.Changed);
            foreach (var group in insight.Groups)
                fields.Add(group.What, group.Kind, group.Count, group.Bytes, group.Wasted);
        }

        // As said, so that a disk that breathes is the same disk.
        fields.Add(facts.Health is null ? 0 : 1);
        if (facts.Health is { } health)
            fields.Add(health.Files, health.Bytes, health.Folders, Said.Size(health.DiskFree), Said.Size(health.DiskTotal), health.Brain);
    }

    private static void Add(Fields fields, IReadOnlyList<FileEntry> files)
    {
        fields.Add(files.Count);
        foreach (var file in files)
            fields.Add(file.Id, file.Path, file.PathBytes is null ? null : Convert.ToHexStringLower(file.PathBytes), file.Bytes, file.Modified.UtcTicks, file.Kind);
    }

    /// <summary>Every field carries its length, so that no two situations write the same text.</summary>
    private sealed class Fields
    {
        private readonly StringBuilder _text = new();

        public void Add(params ReadOnlySpan<object?> fields)
        {
            foreach (var field in fields)
            {
                var text = Convert.ToString(field, CultureInfo.InvariantCulture) ?? "";
                _text.Append(field is null ? -1 : text.Length).Append(':').Append(text);
            }
        }

        public void AddAll<T>(IReadOnlyList<T> items)
        {
            Add(items.Count);
            foreach (var item in items)
                Add(item);
        }

        public override string ToString() => _text.ToString();
    }
}
