using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>What is left out: "except pdfs", "but no screenshots", "not in Downloads", "everything but the videos", "without tax".</summary>
/// <param name="read">Reads all that is said in a part of the question.</param>
internal sealed class ExceptRule(Tokens tokens, Func<Tokens, Draft?> read)
{
    /// <summary>Uses up what is left out, each as a query of its own.</summary>
    public void Read(Draft draft)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (Denied(at) is { } denied)
            {
                draft.Except.Add(new FileQuery { Kinds = denied.Kind is { } kind ? [kind] : [], Extensions = denied.Extensions });
                tokens.Use(at, 1);
                continue;
            }

            var unmentioned = ExceptPhrases.Unmentioned.Match(tokens, at);
            var marker = Math.Max(unmentioned, Marker(at));
            if (ExceptPhrases.Places.Match(tokens, at) is > 0 and var outside && Parts(at + outside, End(at + outside), "in") is [{ Places.Count: > 0 } place] && Dimensions(place) == 1)
            {
                draft.Except.Add(place);
                tokens.Use(at, End(at + outside) - at);
                continue;
            }

            // "over 1 MB but under 1 GB"
            if (tokens[at] == "but" && (tokens[at + 1] is "only" or "just" || (marker == 0 && ExceptPhrases.Ends.Contains(tokens[at + 1])) || ExceptPhrases.Unmentioned.Match(tokens, at + 1) > 0))
                tokens.Use(at, 1);
            if (marker == 0)
                continue;
            var end = End(at + marker);
            if (IsEnding(at + marker) is > 0 and var ending)
            {
                draft.Add(new FileWord(Plural: true) { Extensions = [""] }, listed: false);
                tokens.Use(at, marker + ending);
            }
            else if (Parts(at + marker, end) is { Count: > 0 } parts)
            {
                // "that mentions flour but not eggs": of the text as well.
                var within = tokens[end] == "in" && tokens[end + 1] is "it" or "them" or "there" ? 2 : 0;
                var inside = marker == unmentioned || within > 0 || (tokens[at] == "but" && Enumerable.Range(0, at).Any(before => InsidePhrases.Mentions.Match(tokens, before) > 0));
                // "leave out archives and show me ...", "not in Documents: pdfs": where it ends is not sure.
                draft.IsUnread |= Enumerable.Range(at + marker, end - at - marker).Any(verb => IsJoint(verb - 1) && Math.Max(AskPhrases.Show.Match(tokens, verb), AskPhrases.Find.Match(tokens, verb)) > 0)
                    || (at == tokens.FirstFree() && tokens[at] is "not" or "no" && parts.Exists(part => Dimensions(part) > 1 && part.Places.Count > 0));
                foreach (var part in parts)
                    draft.Except.Add(inside && part.IsOfWords ? new FileQuery { Inside = part.Words } : part);
                tokens.Use(at, end + within - at);
            }
        }
    }

    private int Marker(int at)
    {
        // "which do not end in pdf"
        var who = tokens[at] is "that" or "which" ? 1 : 0;
        if (tokens[at + who] is "do" or "does" && tokens[at + who + 1] == "not" && InsidePhrases.Begins.Match(tokens, at + who + 2) + InsidePhrases.Ends.Match(tokens, at + who + 2) > 0)
            return who + 2;
        var marker = ExceptPhrases.Markers.Match(tokens, at);
        if (marker == 0 && at > 0)
            marker = ExceptPhrases.But.Match(tokens, at) is var but && (ExceptPhrases.Ends.Contains(tokens[at + but]) || tokens[at + but] is "only" or "just") ? 0 : but;
        // "not more than 5 MB" is a size, "invoice no 1234" a number.
        if (marker == 0 || SizeWords.AtMost.Match(tokens, at) > 0 || SizeWords.AtLeast.Match(tokens, at) > 0
            || (tokens[at] == "not" && tokens.Word(at - 1) is "do" or "does" or "did" or "can" or "could" or "will" or "would" or "should" or "why")
            || (tokens[at] == "no" && (at == 0 || tokens[at + 1].Length > 0 && char.IsAsciiDigit(tokens[at + 1][0]))))
            return 0;
        return marker;
    }

    // "non-pdf files"
    private FileWord? Denied(int at) => UnreadWords.IsDenied(tokens[at]) ? KindRule.Match(Tokenizer.Read(tokens[at][4..]), 0).Word : null;

    // "without an extension", "have no file extension"
    private int IsEnding(int at)
    {
        var start = at;
        while (tokens[at] is "a" or "an" or "any" or "file" or "the")
            at++;
        return tokens[at] is "extension" or "extensions" or "ending" && tokens[at + 1] is not ("in" or "with" or "on") ? at + 1 - start : 0;
    }

    // Up to where another thing is said, or another exception begins; what is left out may itself be a place, a time or a size.
    private int End(int start)
    {
        var at = start;
        while (at < tokens.Count && ExceptPhrases.Fillers.Contains(tokens[at]))
            at++;
        // "that do not end in pdf"
        at += Math.Max(InsidePhrases.Begins.Match(tokens, start), InsidePhrases.Ends.Match(tokens, start));
        for (at = Math.Max(at, start) + 1; at < tokens.Count && !tokens.IsUsed(at); at++)
        {
            if (ExceptPhrases.Ends.Contains(tokens[at]) && !tokens.IsNext(at) && !IsWithin(at))
                break;
            // "not in Uni and over 1 GB"
            if (ExceptPhrases.Ends.Contains(tokens[at]) && tokens.IsNext(at) && tokens.Word(start) != tokens[at] && tokens[at - 1] != "nor")
                return IsJoint(at - 1) ? at - 1 : at;
            if (Marker(at) > 0 && tokens[at] != "no")
                break;
        }

        return Math.Min(at, tokens.Count);
    }

    // "not modified since", "not older than", "and from May": the words belong together.
    private bool IsWithin(int at) => AskPhrases.Changes.Contains(tokens[at - 1]) || (tokens[at - 1] is "for" or "more" or "at" && AskPhrases.Changes.Contains(tokens[at - 2])) || tokens[at - 1] is "not" or "ones" or "those" or "than" or "i" or "it";

    // Each a query; none when one of them is not understood.
    private List<FileQuery> Parts(int start, int end, string? before = null)
    {
        if (Part(start, end, before) is { } whole && (Dimensions(whole) == 1 || !Enumerable.Range(start, end - start).Any(at => tokens.IsNext(at))))
            return [whole];
        var parts = new List<FileQuery>();
        for (var from = start; from < end;)
        {
            var to = from + 1;
            while (to < end && !IsJoint(to) && !tokens.IsNext(to))
                to++;
            if (Part(from, to, before) is not { } part)
                return [];
            parts.Add(part);
            for (from = to; from < end && IsJoint(from);)
                from++;
        }

        return parts;
    }

    private bool IsJoint(int at) => tokens[at] is "and" or "or" or "nor";

    private FileQuery? Part(int start, int end, string? before = null)
    {
        // "but not the old one": that word in its name.
        if (Aged(start, end) is { } aged)
            return new FileQuery { Words = [aged] };
        if (start >= end || read(tokens.Part(start, end, before)) is not { IsUnread: false } draft)
            return null;
        draft.BoundByAdjective();
        // When it was taken is known of few pictures; those of which it is not would all stay.
        var query = draft.ToQuery() with { Order = FileOrder.Relevance, Take = null, Taken = false };
        // "except December"
        if (before is null && query is { Words: [var word] } && Enumerable.Range(start, end - start).Any(at => tokens[at] == word) && (CalendarWords.Month(word) > 0 || CalendarWords.Year(word) > 0 || CalendarWords.Weekday(word) is not null) && Dimensions(query) == 1)
            return Part(start, end, "in");
        return Dimensions(query) > 0 && draft is { Order: FileOrder.Relevance, Take: null, Except.Count: 0 } ? query : null;
    }

    private string? Aged(int start, int end)
    {
        while (start < end && ExceptPhrases.Fillers.Contains(tokens[start]))
            start++;
        return end - start == 2 && tokens[start] is "old" or "new" or "outdated" && tokens[start + 1] is "one" or "ones" or "version" or "versions" ? tokens[start] : null;
    }

    // Kinds and extensions are alternatives, so are places; words must all be there.
    private static int Dimensions(FileQuery query) =>
        Math.Min(query.Kinds.Count + query.Extensions.Count, 1) + Math.Min(query.Places.Count, 1) + query.Words.Count + Math.Min(query.Either.Count, 1) + Math.Min(query.Inside.Count, 1) + Math.Min(query.InsideEither.Count, 1) + Math.Min(query.Begins.Count, 1) + Math.Min(query.Ends.Count, 1)
        + (query.From is null && query.Until is null ? 0 : 1) + (query.MinBytes is null && query.MaxBytes is null ? 0 : 1);
}
