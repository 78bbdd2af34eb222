using System.Text;
using BitBuddy.Files.Contents;

namespace BitBuddy.Files;

/// <summary>Everything of a query but its words and order, as a condition on <c>files</c>; values are always parameters.</summary>
internal sealed class QueryFilter
{
    private readonly List<Statement.Value> _values = [];
    private readonly List<string> _conditions = ["1"];

    public QueryFilter(FileQuery query, FolderTable folders)
    {
        if (query.Kinds.Count + query.Extensions.Count > 0)
            _conditions.Add($"({string.Join(" OR ", query.Kinds.Distinct().Select(kind => $"kind = {Put((long)kind)}").Concat(query.Extensions.Distinct().Select(Ending)))})");
        if (query.MinBytes is { } least)
            _conditions.Add($"bytes >= {Put(least)}");
        if (query.MaxBytes is { } most)
            _conditions.Add($"bytes <= {Put(most)}");
        if (query.Taken)
            _conditions.Add(ContentsMatch.Taken(query.From is { } first ? Put(first.ToUnixTimeMilliseconds()) : null, query.Until is { } last ? Put(last.ToUnixTimeMilliseconds()) : null));
        else if (query.From is { } from)
            _conditions.Add($"mtime_ns >= {Put(Nanoseconds(from))}");
        if (!query.Taken && query.Until is { } until)
            _conditions.Add($"mtime_ns < {Put(Nanoseconds(until))}");
        if (query.Inside.Count > 0)
            _conditions.Add(ContentsMatch.Inside(Put(ContentsMatch.Expression(query.Inside))));
        if (query.Folders.Count > 0)
            _conditions.Add($"folder IN {Tree($"id IN ({string.Join(", ", Distinct(query.Folders, folders).Select(id => Put(id)))})")}");
        if (query.Places.Count > 0)
            _conditions.Add($"folder IN {Tree(string.Join(" OR ", query.Places.Select(place => $"({Place(place)})")))}");
    }

    public string Where => string.Join(" AND ", _conditions);

    public IReadOnlyList<Statement.Value> Values => _values;

    /// <summary>Nanoseconds since 1970; moments beyond their range stand at its end.</summary>
    public static long Nanoseconds(DateTimeOffset moment) =>
        (long)Int128.Clamp((Int128)(moment - DateTimeOffset.UnixEpoch).Ticks * 100, long.MinValue, long.MaxValue);

    private static IEnumerable<long> Distinct(IReadOnlyList<string> paths, FolderTable folders) =>
        paths.Select(path => folders.Find(PathText.Absolute(path)) ?? -1).Distinct();

    private string Put(Statement.Value value)
    {
        _values.Add(value);
        return $"?{_values.Count}";
    }

    // "uni/thesis": a folder of the last name, somewhere below one of the name before.
    private string Place(string place) => place.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate("", (above, name) =>
        $"fold = {Put(NameFold.Fold(name))} AND checked_at IS NOT NULL" + (above.Length == 0 ? "" : $" AND parent IN {Tree(above)}"))
        is { Length: > 0 } named ? named : "0";

    private static string Tree(string start) =>
        $"(WITH RECURSIVE inside(id) AS (SELECT id FROM folders WHERE {start} "
        + "UNION SELECT f.id FROM inside JOIN folders f ON f.parent = inside.id) SELECT id FROM inside)";

    private string Ending(string extension)
    {
        var ending = "." + extension;
        var matches = $"lower(CAST(substr(name, {Put(-Encoding.UTF8.GetByteCount(ending))}) AS TEXT)) = {Put(ending)}";
        var kind = FileKinds.Of(ending);
        return kind == FileKind.Other ? matches : $"(kind = {Put((long)kind)} AND {matches})";
    }
}
