using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>What was asked last with what a follow-up says of it.</summary>
internal sealed class FollowUpMerge(LastShown before)
{
    private readonly FileQuery old = before.Intent.Query;

    /// <param name="narrows">Its words are limits more, and take the place of none.</param>
    /// <param name="place">"the second": its place in the list; 0 when none is said.</param>
    /// <param name="points">"of those": it points back.</param>
    /// <param name="alternative">"or dogs?"</param>
    public Intent Of(Heard heard, bool narrows, int place, bool points, bool alternative)
    {
        var (draft, said) = (heard.Draft, heard.Draft.ToQuery());
        var hasKind = said.Kinds.Count + said.Extensions.Count > 0;
        var hasWords = said.IsWorded || said.AsksTexts;
        // A screenshot is an image by that name: with another kind the name goes.
        var oldWords = hasKind ? old.Words.Where(word => !IsOfKind(word)).ToArray() : old.Words;
        var hasOrder = said.Order != FileOrder.Relevance;
        var counts = heard.Ask.Kind == IntentKind.Count && (heard.Aspect != Aspect.Size || old.Take is null);
        // "the second one, how large is it?" is the second of the list as it was shown.
        var keepsOrder = !hasOrder && (place > 0 || !counts || (points && old.Take is not null));
        var query = old with
        {
            Kinds = hasKind ? said.Kinds : old.Kinds,
            Extensions = hasKind ? said.Extensions : old.Extensions,
            Words = hasWords && !narrows ? said.Words : [.. oldWords.Union(said.Words)],
            Either = said.Either.Count > 0 || (hasWords && !narrows) ? said.Either : old.Either,
            Inside = hasWords && !narrows ? said.Inside : [.. old.Inside.Union(said.Inside)],
            InsideEither = said.InsideEither.Count > 0 || (hasWords && !narrows) ? said.InsideEither : old.InsideEither,
            Begins = said.Begins.Count > 0 || (hasWords && !narrows) ? said.Begins : old.Begins,
            Ends = said.Ends.Count > 0 || (hasWords && !narrows) ? said.Ends : old.Ends,
            Places = said.Places.Count > 0 ? said.Places : old.Places,
            // "and under 1 GB" stands beside "over 500 MB".
            MinBytes = said.MinBytes ?? (said.MaxBytes is null || old.MinBytes <= said.MaxBytes ? old.MinBytes : null),
            MaxBytes = said.MaxBytes ?? (said.MinBytes is null || old.MaxBytes >= said.MinBytes ? old.MaxBytes : null),
            From = draft.HasTime ? said.From : old.From,
            Until = draft.HasTime ? said.Until : old.Until,
            Taken = draft.HasTime ? said.Taken || (old.Taken && !heard.Changes) : old.Taken,
            Except = [.. draft.HasTime ? old.Except.Where(except => except.From is null && except.Until is null) : old.Except, .. said.Except],
            Order = hasOrder ? said.Order : keepsOrder ? old.Order : FileOrder.Relevance,
            Take = hasOrder || said.Take is not null ? said.Take : keepsOrder ? old.Take : null,
            Skip = hasOrder || said.Take is not null || narrows || draft.HasNoun ? said.Skip : keepsOrder && old.Take is not null ? old.Skip : 0,
        };
        // "or dogs?"
        if (alternative && said.Words.Count > 0 && old.Words.Count > 0)
            query = query with { Words = [], Either = [old.Words, said.Words] };
        if (place > 0)
            query = query with { Skip = (old.Take is null ? 0 : old.Skip) + place - 1, Take = 1 };
        return new Intent(KindOf(heard, query, counts && !keepsOrder), query) { Aspect = heard.Aspect };
    }

    private IntentKind KindOf(Heard heard, FileQuery query, bool counts) =>
        counts || (heard.Ask.Kind == IntentKind.Count && query.Order == FileOrder.Relevance) || (heard.Ask.Kind is null && before.Intent.Kind == IntentKind.Count && query.Order == FileOrder.Relevance && query.Take is null) ? IntentKind.Count
        : query.Order switch
        {
            FileOrder.Largest or FileOrder.Smallest => IntentKind.Largest,
            FileOrder.Newest or FileOrder.Oldest => IntentKind.Newest,
            _ when heard.Ask.Kind is { } asked and not IntentKind.Count => asked,
            _ => before.Intent.Kind is IntentKind.List ? IntentKind.List : IntentKind.Find,
        };

    private static bool IsOfKind(string word) => word is "screenshot" or "screen" or "screencast";
}
