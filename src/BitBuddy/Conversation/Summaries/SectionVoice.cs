namespace BitBuddy.Conversation;

/// <summary>
/// A long text is summed up section by section, each in a prompt of its own within the budget and checked against its own sentences. Where
/// the brain says nothing of one that stands in it, the sentence that says most stands there word for word.
/// </summary>
internal static class SectionVoice
{
    /// <summary>So many sentences are said of a section; the first may be no more than a greeting.</summary>
    public const int Enough = 2;

    /// <summary>Words as they come; with not one section spoken of, <paramref name="spoken"/> stays with the rules.</summary>
    /// <param name="speak">Lets the brain speak on one section.</param>
    /// <param name="failed">Whether the engine failed.</param>
    public static async IAsyncEnumerable<ReplyPart> SpeakAsync(Cue cue, Spoken spoken, Func<Cue, Spoken, IAsyncEnumerable<ReplyPart>> speak, Func<bool> failed)
    {
        var sections = cue.Facts.Sections;
        // Sections quoted before the brain's first word: with no such word, the rules say it better.
        var pending = "";
        for (var at = 0; at < sections.Count; at++)
        {
            if (spoken.HasText)
                yield return spoken.Add("\n");
            yield return new ReplyPart.Reading(at + 1, sections.Count);
            var section = sections[at];
            var lead = $"{pending}{SentencePlace.Span(section.First, section.Last, cue.Facts.Files[0].Name) ?? $"Part {Said.Number(at + 1)}"}: ";
            var said = new Spoken();
            await foreach (var part in speak(cue with { Talk = Talk.Empty, Facts = cue.Facts with { Sentences = section.Best, Sections = [] } }, said))
            {
                yield return part is ReplyPart.Words { Text: var text } ? spoken.Add(lead + text) : part;
                if (part is ReplyPart.Words)
                    lead = pending = "";
            }

            Note(spoken, said);
            if (failed())
            {
                spoken.Cut = spoken.HasText;
                yield break;
            }

            if (said.Voice == VoiceKind.Brain)
            {
                if (said is { Cut: true, Broken: false })
                    yield return spoken.Add("…");
                continue;
            }

            pending = $"{(said.HasText ? " " : lead)}“{section.Heart.Text}”";
            if (spoken.HasText)
                yield return spoken.Add(pending);
            pending = spoken.HasText ? "" : pending + "\n";
        }
    }

    private static void Note(Spoken spoken, Spoken said)
    {
        spoken.Refused += said.Refused;
        spoken.Broken |= said.Broken;
        spoken.WhyNot = said.WhyNot ?? spoken.WhyNot;
        if (said.Voice == VoiceKind.Brain)
            spoken.Voice = VoiceKind.Brain;
        if (said.Use is not { } use)
            return;
        spoken.Use = spoken.Use is not { } all ? use : all with
        {
            PromptTokens = all.PromptTokens + use.PromptTokens,
            ReusedTokens = all.ReusedTokens + use.ReusedTokens,
            ReplyTokens = all.ReplyTokens + use.ReplyTokens,
            Refused = all.Refused + use.Refused,
            TrimmedTokens = all.TrimmedTokens + use.TrimmedTokens,
        };
    }
}
