using System.Globalization;
using System.Text.RegularExpressions;
using BitBuddy.Files;
using BitBuddy.Personalities;

namespace BitBuddy.EngineTests.Conversation.Slots;

/// <summary>
/// Reads a reply as a person would and says what is wrong with it, from the facts alone. It shares no code and no word list with what makes,
/// fills or checks replies.
/// </summary>
internal static partial class MeaningJudge
{
    private const string Nothing =
        @"\b(found|find|turned up|see|saw|know of|came back|have) (nothing|none|no (?!body\b|legs\b))|\bnothing (found|turned|here|like it)|\bno (luck|match|matches|trace|sign|such|results?)\b|\bempty[- ]hand|\bcame (up|back) empty|\bnone\b(?! of)|\bnot a single\b|\bcould(n't| not) find|\bcan(not|'t) find|\b(do|does)(n't| not) exist";

    internal const string Denial =
        @"\b(no|not|none|nothing|never|nobody|nowhere|without|zero|empty|cannot|can't|couldn't|didn't|don't|isn't|aren't|wasn't|haven't|hasn't|unable|neither|nor|lack|lacks|absence|absent|missing|gone|hides?|hiding|silence|void|wrong|else|failed|clean as|pass|beyond|above|mystery|not my|if there are|whatever became|have to learn|i wish|zilch|blank)\b";

    /// <summary>A number, or a name in quotes, that no fact holds; null where all are true.</summary>
    public static string? Invented(Trial trial, string reply)
    {
        var known = string.Join('\n', Known(trial));
        foreach (Match name in Quotes().Matches(reply))
        {
            if (!known.Contains(name.Groups[1].Value, StringComparison.OrdinalIgnoreCase))
                return name.Value;
        }

        return Numbers().Matches(reply).Select(number => number.Value.TrimEnd('.', ',')).FirstOrDefault(number => !known.Contains(number, StringComparison.Ordinal));
    }

    /// <summary>What the reply says that is not so, or does not say and must; null where it means what the facts say.</summary>
    public static string? Wrong(Trial trial, string reply)
    {
        var said = Quotes().Replace(reply, "“”").ToLowerInvariant();
        foreach (var phrase in trial.Personality.FavoritePhrases)
            said = said.Replace(phrase.ToLowerInvariant(), "", StringComparison.Ordinal);
        if (Said(said, @"\bi('ve| have|'ll| will)? (just |already )?(moved?|deleted?|removed?|renamed?|copied|copy|tidied|cleaned up|sorted them|emptied)\b"))
            return "claims an act";
        if (Said(said, @"\b(\w+) \1\b") && !Said(said, @"\b(hey hey|well well|next next|tick tick|beep beep|knock knock|wait wait|ha ha|no no|had had|that that|so so|bye bye|very very|tut tut|there there|step step)\b"))
            return "a word twice";
        if (reply.Length < 2 || Said(reply, @"[{}\[\]|]|  | [,.!?]|<|>") && !reply.Contains('`'))
            return "broken text";
        return Topical(trial, said, reply) ?? OfMood(trial, said, reply);
    }

    private static string? Topical(Trial trial, string said, string reply)
    {
        var (facts, files) = (trial.Facts, trial.Facts.Files);
        var found = facts.Count > 0 && trial.Topic != Topic.Status;
        if (found && Said(said, Nothing))
            return "denies what was found";
        switch (trial.Topic)
        {
            case Topic.NoFolder:
                return reply.Contains("bitbuddy folders add", StringComparison.Ordinal) ? null : "does not say how to begin";
            case Topic.Nothing or Topic.Near:
                return !Said(said, Denial) ? "does not say that nothing was found"
                    : trial.Topic == Topic.Near && !facts.Near.Any(near => reply.Contains(near.Name, StringComparison.Ordinal)) ? "names nothing near" : null;
            case Topic.Count:
                return !Says(reply, Number(facts.Count!.Value)) ? "does not say how many"
                    : facts.Count > 1 && !reply.Contains(Size(facts.Bytes!.Value), StringComparison.Ordinal) ? "does not say how much"
                    : facts.Count > 1 && files.Any(file => reply.Contains(file.Name, StringComparison.Ordinal)) ? "lists where a count was asked" : null;
            case Topic.One:
                return Names(reply, files, 1);
            case Topic.Where:
                return Names(reply, files, 1) ?? (reply.Contains(Path.GetFileName(Path.GetDirectoryName(files[0].Path)!), StringComparison.Ordinal) ? null : "does not say where");
            case Topic.When:
                return Names(reply, files, 1) ?? (reply.Contains(Day(files[0].Modified), StringComparison.OrdinalIgnoreCase) ? null : "does not say when");
            case Topic.HowBig:
                return Names(reply, files, 1) ?? (reply.Contains(Size(files[0].Bytes), StringComparison.Ordinal) ? null : "does not say how big");
            case Topic.Few or Topic.Many:
                return Names(reply, files, Math.Min(3, files.Count)) ?? (Says(reply, Number(facts.Count!.Value)) ? null : "does not say how many");
            case Topic.Biggest or Topic.Smallest or Topic.Newest or Topic.Oldest:
                return Names(reply, files, Math.Min(3, files.Count)) ?? Extreme(trial.Topic, said) ?? (reply.Contains(
                    trial.Topic is Topic.Biggest or Topic.Smallest ? Size(files[0].Bytes) : Day(files[0].Modified), StringComparison.OrdinalIgnoreCase) ? null : "does not say its measure");
            case Topic.Duplicates or Topic.Versions or Topic.Stale or Topic.Tidy or Topic.NoDuplicates or Topic.NoVersions or Topic.NoStale or Topic.NoTidy:
                return InsightJudge.Wrong(trial, said, reply);
            case Topic.Summary:
                return Names(reply, files, 1) ?? (facts.Sentences.Take(3).All(sentence => reply.Contains(sentence.Text.TrimEnd('.'), StringComparison.Ordinal)) ? null : "does not say what stands in it");
            case Topic.Wordless:
                return Names(reply, files, 1) ?? (reply.Contains(facts.Wordless!, StringComparison.Ordinal) ? null : "does not say why");
            case Topic.SumWhich:
                return Said(said, @"\b(which|name|what|title|designation)\b") ? null : "does not ask which";
            case Topic.Bye:
                return Said(said, @"\b(good to see you|what (can|shall) i|welcome back|how can i)\b") ? "greets at the door" : null;
            case Topic.Greeting:
                return Said(said, @"\b(goodbye|good night|farewell|see you (later|soon)|until next time)\b") ? "leaves at the greeting" : null;
            case Topic.Thanks or Topic.Praise:
                return Said(said, @"\b(goodbye|farewell|you are wrong|nothing found)\b") ? "answers something else" : null;
            case Topic.NotYet:
                return Said(said, Denial + @"|\byet\b|\bsome day\b|\bone day\b|\blater\b|\bthings to learn\b") ? null : "promises what it cannot";
            case Topic.WhoAreYou:
                return reply.Contains(trial.Personality.Name, StringComparison.Ordinal) ? null : "does not say its name";
            case Topic.OffTopic or Topic.Help:
                return Said(said, @"\bfound (it|them|your)\b|\bhere (it is|they are)\b") ? "pretends to have found something" : null;
            default:
                return null;
        }
    }

    private static string? OfMood(Trial trial, string said, string reply)
    {
        var well = trial.Mood.State == MoodState.Healthy;
        if (trial.Topic is not (Topic.Status or Topic.HowAreYou))
            return null;
        if (!reply.Contains(trial.Mood.Because, StringComparison.OrdinalIgnoreCase))
            return "does not say why";
        said = said.Replace(trial.Mood.Because.ToLowerInvariant(), "", StringComparison.Ordinal);
        return well && Said(said, @"\b(unwell|sick|in trouble|worried|not (so )?well|not at my best|been better|hurts|bother\w*|sorry to say)\b") ? "unwell where all is well"
            : !well && Said(said, @"\b(all (is )?(well|good)|doing well|could(n't| not) be better|no complaints|everything is fine|very well, thanks|top form|never better|full tank)\b") ? "well where something is wrong"
            : null;
    }

    private static string? Extreme(Topic topic, string said)
    {
        // What could be asked next says nothing of this.
        said = Regex.Replace(said, @"\bask (me )?for the \w+|\bwhat('s| is) (the )?newest|(?<=^|[.!?] )(i could|i can|i would be glad|i'd be glad|i would love|i'd love|please ask|if useful|if you (like|wish)|should it help|ask|say|psst|want|shall i|try|who put)\b[^.!?]*[.!?]|\b(try|(want|look|looking) for) the (oldest|newest|biggest|smallest)", "");
        (Topic Topic, string Words)[] all =
        [
            (Topic.Biggest, @"biggest|largest|heaviest|fattest"), (Topic.Smallest, @"smallest|tiniest|lightest|teeniest"),
            (Topic.Newest, @"newest|latest|most recent|freshest|youngest"), (Topic.Oldest, @"oldest|most ancient|earliest"),
        ];
        return all.Where(other => other.Topic != topic).Any(other => Said(said, $@"\b({other.Words})\b(?! (files|ones|videos|space|if|for|and))")) ? "another end of the list"
            : Said(said, $@"\b({all.First(one => one.Topic == topic).Words})\b") ? null
            : "does not say which end of the list";
    }

    internal static string? Names(string reply, IReadOnlyList<FileEntry> files, int count) =>
        files.Take(count).Any(file => !reply.Contains(file.Name, StringComparison.Ordinal)) ? "does not name it" : null;

    private static IEnumerable<string> Known(Trial trial)
    {
        var (facts, health) = (trial.Facts, trial.Facts.Health);
        foreach (var file in facts.Files.Concat(facts.Near))
        {
            foreach (var text in (string[])[file.Name, file.Path, Path.GetDirectoryName(file.Path)!["/home/sam/".Length..], Size(file.Bytes), Day(file.Modified)])
                yield return text;
        }

        foreach (var sentence in facts.Sentences)
            yield return $"{sentence.Text} {sentence.Page} {sentence.Line}";
        if (facts.Insight is { } insight)
        {
            yield return Day(Trial.Since);
            yield return $"{Number(insight.GroupCount ?? 0)} {Number(insight.Count - (insight.GroupCount ?? 0))} {Size(insight.Wasted ?? 0)}";
            foreach (var group in insight.Groups)
                yield return $"{Number(group.Count)} {Size(group.Bytes)}";
        }

        foreach (var word in trial.Intent.Query.Words.Concat(trial.Intent.Query.Places).Append(trial.Personality.Name).Concat(trial.Personality.FavoritePhrases))
            yield return word;
        foreach (var cause in trial.Mood.Causes)
            yield return cause.Because + cause.Cure;
        foreach (var number in (long?[])[facts.Count, health?.Files, health?.Folders])
            yield return number is { } some ? Number(some) : "";
        foreach (var bytes in (long?[])[facts.Bytes, health?.Bytes, health?.DiskFree, health?.DiskTotal])
            yield return bytes is { } some ? Size(some) : "";
    }

    internal static bool Said(string text, string pattern) => Regex.IsMatch(text, pattern);

    // Whole: "12" is not said by "112".
    internal static bool Says(string reply, string number) => Regex.IsMatch(reply, $@"(?<![\d,.]){Regex.Escape(number)}(?![\d]|,\d|\.\d)");

    internal static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    internal static string Size(long bytes)
    {
        if (bytes < 1000)
            return bytes == 1 ? "1 byte" : bytes + " bytes";
        string[] units = ["KB", "MB", "GB", "TB"];
        var (value, unit) = (bytes / 1e3, 0);
        for (; value >= 999.5; unit++)
            value /= 1e3;
        return value.ToString(value < 99.95 ? "0.#" : "0", CultureInfo.InvariantCulture) + " " + units[unit];
    }

    internal static string Day(DateTimeOffset moment) => (Trial.Now.Date - moment.Date).Days switch
    {
        0 => "today",
        1 => "yesterday",
        _ => moment.ToString(moment.Year == Trial.Now.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.InvariantCulture),
    };

    [GeneratedRegex("“([^”]*)”")]
    private static partial Regex Quotes();

    [GeneratedRegex(@"\d[\d.,]*")]
    private static partial Regex Numbers();
}
