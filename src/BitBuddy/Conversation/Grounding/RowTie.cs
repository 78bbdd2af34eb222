namespace BitBuddy.Conversation;

/// <summary>Ties the claims of one sentence together: a name and a size or date must come from the same listed file.</summary>
internal sealed class RowTie(int listed, bool listsAll)
{
    private readonly List<IReadOnlyList<int>> named = [];
    private IReadOnlyList<int>? size;
    private IReadOnlyList<int>? date;
    private bool valueSaid;
    private bool ofAll;

    /// <summary>True when the facts support the claim together with what the sentence has said before.</summary>
    public bool Accept(Claim claim)
    {
        ofAll |= claim.OfAll;
        return claim.Kind switch
        {
            ClaimKind.Name => Name(claim),
            ClaimKind.Size => Value(claim, ref size, date),
            ClaimKind.Date => Value(claim, ref date, size),
            _ => claim.Holds,
        };
    }

    private bool Name(Claim claim)
    {
        // A folder or a path of the answer as a whole.
        if (claim.Rows.Count == 0)
            return claim.Holds;
        if (valueSaid && named.Count > 0)
        {
            named.Clear();
            (size, date) = (null, null);
        }

        valueSaid = false;
        var rows = Both(Both(claim.Rows, size), date);
        named.Add(rows);
        return rows.Count > 0;
    }

    private bool Value(Claim claim, ref IReadOnlyList<int>? own, IReadOnlyList<int>? other)
    {
        valueSaid = true;
        if (named.Count > 0)
        {
            for (var i = 0; i < named.Count; i++)
                named[i] = Both(named[i], claim.Rows);
            return named.TrueForAll(rows => rows.Count > 0);
        }

        if (ofAll && !(claim.Kind == ClaimKind.Size && claim.Holds))
            return listsAll && listed > 0 && claim.Rows.Count == listed;
        if (claim.Holds)
            return true;
        own = claim.Rows;
        return Both(claim.Rows, other).Count > 0;
    }

    private static IReadOnlyList<int> Both(IReadOnlyList<int> rows, IReadOnlyList<int>? others) =>
        others is null ? rows : rows.Intersect(others).ToArray();
}
