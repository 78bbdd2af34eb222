namespace BitBuddy.Files;

/// <summary>What a question asks of the index. Everything set must hold; an empty query matches every known file.</summary>
public sealed record FileQuery
{
    public static readonly FileQuery Everything = new();

    /// <summary>Absolute folders the answer is limited to; empty means all known folders.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>Each must occur in the name or in a folder name on the path (inside the known folder), accents and case aside.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Any of these; empty means every kind.</summary>
    public IReadOnlyList<FileKind> Kinds { get; init; } = [];

    /// <summary>Any of these, lower case without the dot; empty means all. Together with <see cref="Kinds"/> either may match.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>
    /// Any of these names of folders is on the path, case aside; empty means anywhere. "uni/thesis": both are, in that order.
    /// </summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Bytes, inclusive.</summary>
    public long? MinBytes { get; init; }

    /// <summary>Bytes, inclusive.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>Modified at or after.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Modified before.</summary>
    public DateTimeOffset? Until { get; init; }

    public FileOrder Order { get; init; } = FileOrder.Relevance;

    /// <summary>Limits the match itself ("three newest", "my biggest file"): count is at most this number.</summary>
    public int? Take { get; init; }

    /// <summary>The first so many of the order are left out ("the second biggest").</summary>
    public int Skip { get; init; }

    /// <summary>One at least must hold: all its words occur as <see cref="Words"/> do.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Either { get; init; } = [];

    /// <summary>What any of these matches is left out; their order, folders and numbers do not count.</summary>
    public IReadOnlyList<FileQuery> Except { get; init; } = [];

    /// <summary>Each is a word or phrase that must stand in the text of a file, case and accents aside.</summary>
    public IReadOnlyList<string> Inside { get; init; } = [];

    /// <summary>One at least is a word or phrase that must stand in the text of a file.</summary>
    public IReadOnlyList<string> InsideEither { get; init; } = [];

    /// <summary>The name begins with any of these, case and accents aside; empty means however it begins.</summary>
    public IReadOnlyList<string> Begins { get; init; } = [];

    /// <summary>The name ends with any of these, its extension aside.</summary>
    public IReadOnlyList<string> Ends { get; init; } = [];

    /// <summary><see cref="From"/> and <see cref="Until"/> bound when a picture was taken, not when it was changed.</summary>
    public bool Taken { get; init; }

    /// <summary>Words of names are asked for.</summary>
    internal bool IsWorded => Words.Count + Either.Count + Begins.Count + Ends.Count > 0;

    /// <summary>Words of names are all that is asked for.</summary>
    internal bool IsOfWords =>
        Words.Count > 0 && Kinds.Count + Extensions.Count + Places.Count + Either.Count + Except.Count + Inside.Count + InsideEither.Count + Begins.Count + Ends.Count == 0
        && MinBytes is null && MaxBytes is null && From is null && Until is null;

    /// <summary>Words of texts are asked for.</summary>
    internal bool AsksTexts => Inside.Count + InsideEither.Count > 0;
}
