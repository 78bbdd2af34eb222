namespace BitBuddy.Conversation;

/// <summary>Ties the claims of one sentence together: a name and a size, date or folder must come from the same listed file.</summary>
internal sealed class RowTie(int listed, bool listsAll)
{
    private readonly bool listsAllOfOne = listsAll && listed == 1;
    private readonly List<IReadOnlyList<int>> named = [];
    private readonly Dictionary<ClaimKind, IReadOnlyList<int>> values = [];
    private bool valueSaid;
    private bool ofAll;
    private bool ofSum;
    private bool counted;

    /// <summary>"They", "together" was said: a size is that of all, as long as no file is named.</summary>
    public void SpeakOfSum() => ofSum = true;

    /// <summary>True when the facts support the claim together with what the sentence has said before.</summary>
    public bool Accept(Claim claim)
    {
        ofAll |= claim.OfAll;
        counted |= claim.Kind == ClaimKind.Count;
        return claim.Kind switch
        {
            ClaimKind.Name => Name(claim),
            ClaimKind.Size or ClaimKind.Date or ClaimKind.Place => Value(claim),
            _ => claim.Holds,
        };
    }

    private bool Name(Claim claim)
    {
        if (valueSaid && named.Count > 0)
        {
            named.Clear();
            values.Clear();
        }

        valueSaid = false;
        var rows = WithValues(claim.Rows);
        named.Add(rows);
        return rows.Count > 0;
    }

    private bool Value(Claim claim)
    {
        valueSaid = true;
        // A folder that holds all there is says nothing of a single file.
        if (claim is { Kind: ClaimKind.Place, Holds: true })
            return true;
        if (named.Count > 0)
        {
            for (var i = 0; i < named.Count; i++)
                named[i] = Both(named[i], claim.Rows);
            return named.TrueForAll(rows => rows.Count > 0);
        }

        // "12 files in Taxes" speaks of each of them.
        if ((ofAll && !(claim.Kind == ClaimKind.Size && claim.Holds)) || (counted && claim.Kind == ClaimKind.Place))
            return listsAll && listed > 0 && claim.Rows.Count == listed;
        if (claim.Holds)
            return true;
        if (ofSum && claim.Kind == ClaimKind.Size && !listsAllOfOne)
            return false;
        values.Remove(claim.Kind);
        var rows = WithValues(claim.Rows);
        values[claim.Kind] = claim.Rows;
        return rows.Count > 0;
    }

    private IReadOnlyList<int> WithValues(IReadOnlyList<int> rows) => values.Values.Aggregate(rows, Both);

    private static IReadOnlyList<int> Both(IReadOnlyList<int> rows, IReadOnlyList<int> others) => rows.Intersect(others).ToArray();
}
