using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>What was asked for, in words: "PDF files matching “tax” in “Downloads” over 1 MB from last week".</summary>
internal static class Asked
{
    public static (string One, string Many) For(FileQuery query, TimeProvider clock)
    {
        var (one, many) = Noun(query);
        if (query.MaxBytes == 0)
            (one, many, query) = ("empty " + one, "empty " + many, query with { MinBytes = null, MaxBytes = null });
        // "more pictures": those behind the ones that were shown.
        if (query.Skip > 0 && query.Order is FileOrder.Relevance or FileOrder.Name && query.Take != 1)
            (one, many) = ("more " + one, "more " + many);
        var narrowed = Narrowed(query, clock);
        return (one + narrowed, many + narrowed);
    }

    private static (string One, string Many) Noun(FileQuery query) => (query.Kinds.Count, query.Extensions.Count) switch
    {
        (0, 0) => ("file", "files"),
        (1, 0) => Said.Noun(query.Kinds[0]),
        (2, 0) => ($"file ({Said.Noun(query.Kinds[0]).One} or {Said.Noun(query.Kinds[1]).One})", $"files ({Said.Noun(query.Kinds[0]).Many} and {Said.Noun(query.Kinds[1]).Many})"),
        (0, 1) when query.Extensions[0].Length == 0 => ("file without an extension", "files without an extension"),
        (0, 1) => ($"{Ending(query, 0)} file", $"{Ending(query, 0)} files"),
        (0, > 1) when FileNouns.Of(query.Extensions) is { } named => named,
        (0, 2) => ($"file ({Ending(query, 0)} or {Ending(query, 1)})", $"files ({Ending(query, 0)} and {Ending(query, 1)})"),
        _ => ("file of that kind", "files of that kind"),
    };

    private static string Ending(FileQuery query, int at) => NameText.Cut(Display.Line(query.Extensions[at].ToUpperInvariant()), 12);

    private static string Narrowed(FileQuery query, TimeProvider clock)
    {
        var text = "";
        if (query.Words.Count > 0)
            text += $" matching {SpokenList.Quoted(string.Join(' ', query.Words))}";
        if (query.Either.Count > 0)
            text += $" matching {SpokenList.Join([.. query.Either.Select(words => SpokenList.Quoted(string.Join(' ', words)))], "or")}";
        if (query.Inside.Count > 0)
            text += $" that mention {SpokenList.Join([.. query.Inside.Select(SpokenList.Quoted)], "and")}";
        if (query.InsideEither.Count > 0)
            text += $" that mention {SpokenList.Join([.. query.InsideEither.Select(SpokenList.Quoted)], "or")}";
        if (query.Begins.Count > 0)
            text += $" starting with {SpokenList.Join([.. query.Begins.Select(SpokenList.Quoted)], "or")}";
        if (query.Ends.Count > 0)
            text += $" ending with {SpokenList.Join([.. query.Ends.Select(SpokenList.Quoted)], "or")}";
        if (query.Places.Count > 0)
            text += " in " + SpokenList.Join([.. query.Places.Select(SpokenList.Quoted)], "and");
        text += Bounds(query, clock);
        return query.Except.Count == 0 ? text : $"{text}, leaving out {SpokenList.Join([.. query.Except.Select(except => For(except, clock).Many)], "and")}";
    }

    /// <summary>" over 1 MB from last week": what holds for each match.</summary>
    public static string Bounds(FileQuery query, TimeProvider clock) =>
        SizeBound.Say(query.MinBytes, query.MaxBytes) + (query.Taken ? " taken" : "") + new TimeBound(clock).Say(query.From, query.Until);
}
