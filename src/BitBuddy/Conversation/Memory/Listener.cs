using BitBuddy.Files;
using BitBuddy.Personalities;

namespace BitBuddy.Conversation;

/// <summary>Does what the user tells: remembers, hides, forgets; and says so.</summary>
internal sealed class Listener(BuddyMemory memory, Erasure erasure)
{
    private const int AskedTold = 3;

    /// <summary>What the buddy answers; the deed is done by then.</summary>
    public async Task<string> HearAsync(Saying saying, Remembered known, Personality who, int turn, CancellationToken cancellationToken)
    {
        return saying switch
        {
            Saying.CallMe { Name: var name } => Tell(ToldKind.Name, "", name, MemoryPhrases.CallYou, name),
            Saying.Lies { What: var what, Folder: var folder } => Tell(ToldKind.Place, what, folder, MemoryPhrases.Lies, what, folder, MemoryPhrases.Verb(what)),
            Saying.LiesNowhere { What: var what, Folder: var folder } => Say(MemoryPhrases.Nowhere, what, folder, MemoryPhrases.Verb(what)),
            Saying.Remember { Text: var text } => Tell(ToldKind.Note, "", text, MemoryPhrases.Remember),
            Saying.NeverMention { Name: var name } => await HideAsync(name),
            Saying.MentionAgain { Name: var name } => Say(await erasure.MentionAgainAsync(name, cancellationToken) ? MemoryPhrases.Mentioned : MemoryPhrases.NotHidden, name),
            Saying.ForgetLast => await ForgetAsync(known.Told.LastOrDefault(told => told.Kind != ToldKind.Moment)),
            Saying.ForgetName => await ForgetAsync(known.Told.FirstOrDefault(told => told.Kind == ToldKind.Name)),
            Saying.ForgetAbout { What: var what } => await ForgetAsync([.. known.Told.Where(told => told.Kind != ToldKind.Moment && IsAbout(told, what))]),
            Saying.ForgetAll => Say(MemoryPhrases.ForgetAll),
            Saying.WhoAmI => known.UserName is { } name ? Say(MemoryPhrases.YouAre, name) : Say(MemoryPhrases.Nameless),
            Saying.WhatIsKnown => Known(known),
            _ => Asked(),
        };

        string Say(string[] phrases, params string[] values) =>
            string.Format(null, Contractions.For(who.Formality, phrases[turn % phrases.Length]), [.. values.Select(NameText.Shown)]);

        string Tell(ToldKind kind, string what, string text, string[] phrases, params string[] values) =>
            Told.Problem(kind, what, text) is { } problem ? $"I can keep {problem}, and no more."
            : memory.Tell(kind, what, text) ? Say(phrases, values)
            : Say(known.Told.Count >= Told.Most ? MemoryPhrases.Full : MemoryPhrases.Failed);

        async Task<string> HideAsync(string name)
        {
            await erasure.NeverMentionAsync(name);
            return Say(MemoryPhrases.Hidden, name);
        }

        async Task<string> ForgetAsync(params Told?[] told)
        {
            long[] ids = [.. told.OfType<Told>().Select(one => one.Id)];
            if (ids.Length == 0)
                return Say(MemoryPhrases.NothingToForget);
            return await erasure.ForgetAsync(memory, () => memory.Forget(ids) is not null) ? Say(MemoryPhrases.Forgotten) : Say(MemoryPhrases.Failed);
        }

        string Asked()
        {
            var asked = memory.Asked(AskedTold);
            return asked.Count == 0 ? Say(MemoryPhrases.AskedNothing) : string.Format(null, MemoryPhrases.Asked[0], SpokenList.Join([.. asked.Select(one => SpokenList.Quoted(one.Question))], "and"));
        }
    }

    private static bool IsAbout(Told told, string what)
    {
        var about = NameFold.Fold(what);
        return told.Kind == ToldKind.Place ? NameFold.Fold(told.What) == about || about.StartsWith(NameFold.Fold(told.What) + " ", StringComparison.Ordinal)
            : NameFold.Fold(told.Text).Contains(about, StringComparison.Ordinal);
    }

    private static string Known(Remembered known)
    {
        List<string> things = known.UserName is { } name ? [MemoryPhrases.KnowName(NameText.Shown(name))] : [];
        things.AddRange(known.Told.Where(told => told.Kind == ToldKind.Place).Select(place => MemoryPhrases.KnowPlace(NameText.Shown(place.What), NameText.Shown(place.Text))));
        things.AddRange(known.Notes.Select(note => MemoryPhrases.KnowNote(NameText.Shown(note.Text))));
        if (known.Hidden.Count > 0)
            things.Add(MemoryPhrases.KnowHidden(SpokenList.Join([.. known.Hidden.Select(NameText.Shown)], "and")));
        return things.Count == 0 ? MemoryPhrases.KnowNothing[0] : MemoryPhrases.KnowAll(string.Join("; ", things));
    }
}
