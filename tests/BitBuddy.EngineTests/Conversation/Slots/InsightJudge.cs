using static BitBuddy.EngineTests.Conversation.Slots.MeaningJudge;

namespace BitBuddy.EngineTests.Conversation.Slots;

/// <summary>The judge of what is said of duplicates, versions, stale files and what could be tidied.</summary>
internal static class InsightJudge
{
    private const string Twins = @"\b(duplicates?|doubles?|clones?|twins?|copycats?|doppelgangers?)\b";
    private const string Drafts = @"\b(versions?|drafts?|editions?|aliases)\b";
    private const string Dust = @"\b(unchanged|unopened|quiet|idle|silen\w*|asleep|sle(ep|pt)\w*|snor\w*|dust\w*|dormant|forgotten|untouched|unused|not needed|last (use|visit|activity|reader|heartbeat|time)|anchor|cold|still\w*|cobwebs?|fluff\w*|lonely|left alone|before|forget|stopped|stood|sitting there)\b";

    public static string? Wrong(Trial trial, string said, string reply)
    {
        var insight = trial.Facts.Insight!;
        var (groups, copies, spare) = (insight.GroupCount ?? 0, insight.Count - (insight.GroupCount ?? 0), Size(insight.Wasted ?? 0));
        switch (trial.Topic)
        {
            case Topic.Duplicates:
                return Counts(reply, groups, "sets?") ?? Counts(reply, copies, "cop(y|ies)") ?? Has(reply, spare) ?? Names(reply, insight.Files, 1) ?? Has(reply, Size(insight.Files[0].Bytes))
                    ?? (Said(said, Drafts) ? "speaks of versions" : null);
            case Topic.Versions:
                return Counts(reply, groups, "sets?") ?? Counts(reply, insight.Count, "versions?") ?? Has(reply, spare) ?? Names(reply, insight.Files, 1)
                    ?? (Said(said, Twins) ? "speaks of duplicates" : null);
            case Topic.Stale:
                return (Says(reply, Number(insight.Count)) ? null : "does not say how many") ?? Has(reply, Size(insight.Bytes)) ?? Has(reply, Day(Trial.Since)) ?? Names(reply, insight.Files, 3)
                    ?? (Said(said, Dust) ? null : "does not say that they are not used");
            case Topic.Tidy:
                return insight.Groups.Select(group => Says(reply, Number(group.Count)) ? Has(reply, Size(group.Bytes)) : "leaves a part out").FirstOrDefault(wrong => wrong is not null)
                    ?? (Said(said, Denial + @"|\bonly\b|\byourself\b|\bstill (up to you|in its place|have to learn)\b|\bhands off\b|\bjust make lists\b|\bleft everything\b|\bstays? where\b") ? null : "does not say that nothing moves");
            case Topic.NoDuplicates:
                return Said(said, Denial + @"|\b(unique|different|differ\w*|once|singular)\b") ? Said(said, Drafts + @"|\b(asleep|dormant)\b") ? "speaks of something else" : null : "does not say that there are none";
            case Topic.NoVersions:
                return Said(said, Denial + @"|\b(only|single|just|own)\b") ? Said(said, Twins + @"|\b(asleep|dormant)\b") ? "speaks of something else" : null : "does not say that there are none";
            case Topic.NoStale:
                return Has(reply, Day(Trial.Since)) ?? (Said(said, Denial + @"|\b(all|whole|everything|everywhere|alive|in use|busy|younger|moment|after)\b") ? Said(said, Twins + "|" + Drafts) ? "speaks of something else" : null : "does not say that there are none");
            default:
                return Said(said, Denial + @"|\b(order|perfect|neat|clean|well kept|spotless|tidy|too small|calm)\b") ? null : "does not say that all is tidy";
        }
    }

    private static string? Counts(string reply, long number, string what) =>
        Said(reply, $@"(?<![\d,.]){Number(number)} {what}\b") ? null : $"does not count {what}";

    private static string? Has(string reply, string value) => reply.Contains(value, StringComparison.OrdinalIgnoreCase) ? null : $"does not say {value}";
}
