using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>
/// A question that leans on the last: "and the ones from May?", "only the big ones", "how many are there?", "and in Downloads?", "the second
/// one". One without a noun of its own does; what it says takes the place of what was said, and the rest stays.
/// </summary>
internal sealed class FollowUpRule(TimeProvider clock, Func<string, bool> isFolder, LastShown before)
{
    private readonly FileQuery old = before.Intent.Query;

    /// <summary>The whole intent; null when the question stands alone.</summary>
    public Intent? Read(Tokens tokens)
    {
        if (More(tokens) is { } more)
            return more;
        var start = tokens.FirstFree();
        var (shifts, narrows, weak) = (FollowPhrases.Shift.Match(tokens, start), FollowPhrases.Narrow.Match(tokens, start), FollowPhrases.Weak.Match(tokens, start));
        var amends = FollowPhrases.Amend.Match(tokens, start) > 0;
        var opener = Math.Max(Math.Max(shifts, narrows), weak);
        // "and not the screenshots" and "but no pdfs" leave out; "just find my cv" asks anew.
        if (ExceptPhrases.Markers.Match(tokens, start) > weak)
            opener = weak = shifts = narrows = 0;
        if (opener == weak && FollowPhrases.Narrow.Match(tokens, start + weak) is > 0 and var later)
            (narrows, opener) = (later, weak + later);
        // "which ones", "how many of those"
        var points = Enumerable.Range(0, tokens.Count).Any(at => FollowPhrases.Pointers.Contains(tokens[at]) || (tokens[at] == "of" && tokens[at + 1] is "those" or "these"));
        var pronoun = Enumerable.Range(0, tokens.Count).Any(at => FollowPhrases.Pronouns.Contains(tokens[at]));
        // "anything over 1 GB?" among what was shown; "show me the pdfs" of them.
        var any = tokens[start] is "any" or "anything" or "something" ? start : -1;
        var the = Enumerable.Range(0, tokens.Count).Any(at => tokens[at] == "the" && KindRule.Match(tokens, at + 1).Word is not null);
        var alternative = tokens[start] == "or";
        tokens.Use(start, opener);
        while (FollowPhrases.Tail.Contains(tokens[tokens.Count - 1]))
            tokens = tokens.Part(0, tokens.Count - 1);
        if (Summary(tokens, pronoun) is { } summary)
            return summary;
        var only = tokens.FirstFree();
        // "no, python" where code was spoken of
        if (old.Kinds.Contains(FileKind.Code) || old.Extensions.Any(extension => FileKinds.Of("." + extension) == FileKind.Code))
        {
            if (only == tokens.Count - 1 && Array.Exists(FileWords.Languages, language => language.Language == tokens[only]))
                (tokens, shifts, only) = (Tokenizer.Read($"{tokens[only]} code"), 1, 0);
        }

        var amounts = new FollowUpAmount(clock, before);
        if (amounts.Beside(tokens, only) is { } beside)
            return beside;
        if (amends && amounts.Another(tokens, only) is { } another)
            return another;
        // "same for Podcasts"
        if (shifts > 0 && only < tokens.Count && (old.Places.Count > 0 || KindRule.Match(tokens, only).Word is null) && isFolder(string.Join(' ', Enumerable.Range(only, tokens.Count - only).Select(tokens.Name))))
            tokens = tokens.Part(only, tokens.Count, "in");
        // "and 2024?", "May?"
        if (new PeriodReader(tokens, new LocalCalendar(clock)).Read(only) is { } period && only + period.Length == tokens.Count)
            tokens = tokens.Part(only, tokens.Count, "in");
        var first = First(tokens);
        var place = first > 0 ? 0 : Ordinal(tokens);
        var which = tokens[tokens.FirstFree()] is "which" or "that";
        var limits = FollowPhrases.Limits.Contains(tokens[tokens.FirstFree()]) || AskPhrases.Changes.Contains(tokens[tokens.FirstFree()]);

        var spoken = new QuestionReader(clock, isFolder, By()).Read(tokens);
        if (spoken is null)
            return null;
        var asksAnew = spoken.HasNoun && spoken.Ask.Kind == IntentKind.Find && spoken.Ask.Sure && !points;
        if (first > 0)
            spoken.Draft.Take ??= first;
        // "which are from acme" of what was shown; "which is the biggest video" of all.
        limits &= (spoken.Ask.Kind is null || !spoken.Ask.Sure) && !(which && spoken.Draft.SaysFiles);
        var hasWords = spoken.Draft.WordCount > 0;
        if ((any >= 0 && !hasWords && spoken.Draft.Places.Count == 0 && spoken.Draft.SpeaksOfFiles) || (the && !hasWords && !spoken.Ask.NamesAll && IsKindAlone(spoken.Draft)))
            (limits, asksAnew) = (true, false);
        var leans = limits || shifts > 0 || narrows > 0 ? !asksAnew : points || place > 0 || (spoken.HasNoun ? weak > 0 && !asksAnew && !spoken.Ask.NamesAll : weak > 0 || pronoun || IsSomething(spoken));
        return leans && (IsSomething(spoken) || place > 0) ? new FollowUpMerge(before).Of(spoken, narrows > 0 || points || limits, place, pronoun || points, alternative) : null;
    }

    private static bool IsKindAlone(Draft draft) => draft is { HasTime: false, Places.Count: 0, Except.Count: 0, MinBytes: null, MaxBytes: null, Order: FileOrder.Relevance };

    private static bool IsSomething(Heard heard) =>
        heard.HasNoun || heard.Draft.SpeaksOfFiles || heard.Draft.HasTime || heard.Draft.Take is not null || (heard.Ask.Kind is not null && heard.Ask.Sure) || heard.Aspect != Aspect.Any;

    // "more", "the next 10", "10 more"
    private Intent? More(Tokens tokens)
    {
        var start = tokens.FirstFree();
        var length = FollowPhrases.More.Match(tokens, start);
        var take = old.Take;
        if (length != tokens.Count - start)
        {
            var next = FollowPhrases.Next.Match(tokens, start);
            var number = NumberWords.Whole(tokens[start + next]);
            if (number <= 0 || (next == 0 && tokens[start + 1] != "more") || start + next + (next == 0 ? 2 : 1) < tokens.Count - (tokens[tokens.Count - 1] is "ones" or "files" ? 1 : 0))
                return null;
            take = number;
        }

        return new Intent(before.Intent.Kind is IntentKind.Count ? IntentKind.List : before.Intent.Kind, old with { Skip = old.Skip + (old.Take ?? before.Files), Take = take });
    }

    // "the first three", "top 5": so many of the same; 0 when it is not said.
    private static int First(Tokens tokens)
    {
        for (var at = 0; at < tokens.Count - 1; at++)
        {
            // "just 3 of them"
            if (tokens[at + 1] == "of" && tokens[at + 2] is "them" or "those" or "these" && NumberWords.Whole(tokens[at]) is > 0 and var some && at == tokens.FirstFree())
            {
                tokens.Use(at, 2);
                return some;
            }

            if (tokens[at] is not ("first" or "top") || NumberWords.Whole(tokens[at + 1]) is not (> 0 and var number) || tokens[at + 2] is not ("" or "of" or "ones"))
                continue;
            tokens.Use(at, 2);
            return number;
        }

        return 0;
    }

    // "the second one", "number 3": its place in the list, used up; 0 when none is said.
    private static int Ordinal(Tokens tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            var named = tokens[at] is "number" or "no" or "nr";
            // "oldest first" sorts.
            if (OrderWords.Superlatives.ContainsKey(tokens[at - 1]) || OrderWords.Adjectives.ContainsKey(tokens[at - 1]))
                continue;
            var place = named ? Math.Max(NumberWords.Whole(tokens[at + 1]), 0) : OrderWords.Ordinal(tokens[at]);
            var next = tokens[at + (named ? 2 : 1)];
            if (place == 0 || !FollowPhrases.OneOf.Contains(next) || (next.Length == 0 && at + (named ? 2 : 1) < tokens.Count))
                continue;
            tokens.Use(at, (named ? 2 : 1) + (next is "one" or "file" or "result" or "hit" or "match" or "entry" or "item" ? 1 : 0));
            return place;
        }

        return 0;
    }

    // "what is it about", "summarise the second"
    private Intent? Summary(Tokens tokens, bool points)
    {
        var copy = tokens.Part(0, tokens.Count);
        var place = Ordinal(copy);
        return (points || place > 0) && new SkillRule(clock, isFolder).Read(copy) is { Kind: IntentKind.Summary, Query.Words.Count: 0 } summary
            ? summary with { Query = place > 0 ? old with { Skip = old.Skip + place - 1, Take = 1 } : old } : null;
    }

    // Of a time spoken of, a month without a year is that year's.
    private DateOnly? By()
    {
        if (old.From is not { } from || old.Until is not { } until || until - from < TimeSpan.FromDays(28) || until - from > TimeSpan.FromDays(367))
            return null;
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var end = new DateOnly(from.Year, 12, 31);
        return end < today ? end : null;
    }
}
