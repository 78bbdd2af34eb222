namespace BitBuddy.Files;

/// <summary>What people write into names to tell versions apart, folded.</summary>
internal static class VersionLexicon
{
    /// <summary>And what it says: see <see cref="VersionMark.Word"/>.</summary>
    public static readonly Dictionary<string, int> Words = new(StringComparer.Ordinal)
    {
        ["old"] = -2, ["backup"] = -2, ["bak"] = -2, ["orig"] = -2, ["original"] = -2, ["alt"] = -2, ["previous"] = -2, ["prev"] = -2,
        ["draft"] = -1, ["wip"] = -1, ["rough"] = -1, ["entwurf"] = -1, ["brouillon"] = -1, ["borrador"] = -1, ["tmp"] = -1,
        ["new"] = 1, ["neu"] = 1, ["edited"] = 1, ["edit"] = 1, ["updated"] = 1, ["update"] = 1, ["revised"] = 1, ["corrected"] = 1, ["reviewed"] = 1, ["fixed"] = 1,
        ["latest"] = 1, ["final"] = 2, ["finale"] = 2, ["finalfinal"] = 3, ["endversion"] = 2, ["definitivo"] = 2, ["finished"] = 2, ["signed"] = 2,
    };

    /// <summary>A number behind these is that of a version.</summary>
    public static readonly HashSet<string> Numbered = ["v", "ver", "version", "rev", "revision", "draft", "edition", "final", "entwurf", "copyedit"];

    public static readonly HashSet<string> Copies = ["copy", "kopie", "copie", "copia"];

    /// <summary>"copy of", "Kopie von", "copie de".</summary>
    public static readonly HashSet<string> Of = ["of", "von", "de", "di"];

    /// <summary>By the first three letters; "may" and "mai" alike.</summary>
    public static readonly string[][] Months =
    [
        ["jan", "january", "januar", "janvier", "enero"], ["feb", "february", "februar", "fevrier", "febrero"], ["mar", "march", "marz", "maerz", "mars", "marzo"],
        ["apr", "april", "avril", "abril"], ["may", "mai", "mayo"], ["jun", "june", "juni", "juin", "junio"], ["jul", "july", "juli", "juillet", "julio"],
        ["aug", "august", "aout", "agosto"], ["sep", "sept", "september", "septembre", "septiembre"], ["oct", "october", "okt", "oktober", "octobre", "octubre"],
        ["nov", "november", "novembre", "noviembre"], ["dec", "december", "dez", "dezember", "decembre", "diciembre"],
    ];
}
