namespace BitBuddy.Files;

/// <summary>What a name says of the version it is; compares as the versions follow one another.</summary>
/// <param name="Date">Of a date in the name, as yyyymmdd (00 for a day not said); 0 for none.</param>
/// <param name="Number">Of "v2.1": 2001; 0 for none.</param>
/// <param name="Word">-2 old or a backup, -1 a draft, 0 nothing, 1 edited or new, 2 final; "final final" is 3.</param>
/// <param name="Copy">Of "(2)" or "copy 2"; 0 for none.</param>
internal readonly record struct VersionMark(int Date, int Number, int Word, int Copy) : IComparable<VersionMark>
{
    /// <summary>A bare number at the end ("report 2"): a version only beside the same name without it.</summary>
    public bool IsWeak { get; init; }

    /// <summary>A date and nothing else: minutes and statements have those, too.</summary>
    public bool IsDateAlone => Date > 0 && this with { Date = 0 } == default;

    public bool IsNone => this == default;

    public int CompareTo(VersionMark other)
    {
        var by = Date.CompareTo(other.Date);
        by = by != 0 ? by : Number.CompareTo(other.Number);
        by = by != 0 ? by : Word.CompareTo(other.Word);
        return by != 0 ? by : Copy.CompareTo(other.Copy);
    }
}
