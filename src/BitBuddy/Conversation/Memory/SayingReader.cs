using System.Text.RegularExpressions;

namespace BitBuddy.Conversation;

/// <summary>Finds out by rules whether the user tells something; whatever is in doubt is a question.</summary>
/// <param name="isFolder">Whether a folder of that name is known, case aside.</param>
internal sealed class SayingReader(Func<string, bool> isFolder)
{
    private const int MostCharacters = 400;

    /// <summary>Null: it is a question, or talk.</summary>
    public Saying? Read(string text)
    {
        if (text.Length > MostCharacters)
            return null;
        text = text.Trim().Replace('’', '\'');
        // A greeting alone is not courtesy.
        var said = SayingPhrases.Before.Replace(text, "") is { Length: > 0 } rest ? rest : text;
        var asked = said.TrimEnd('?', ' ', '!', '.');
        if (SayingPhrases.WhoAmI.IsMatch(asked))
            return new Saying.WhoAmI();
        if (SayingPhrases.WhatIsKnown.IsMatch(asked))
            return new Saying.WhatIsKnown();
        if (SayingPhrases.WhatWasAsked.IsMatch(asked))
            return new Saying.WhatWasAsked();
        return said.EndsWith('?') ? null : Told(SayingPhrases.After.Replace(said, "").Trim());
    }

    private Saying? Told(string said)
    {
        if (Of(SayingPhrases.Remember, said) is { } note)
            return Told(note) is Saying.CallMe or Saying.Lies or Saying.NeverMention ? Told(note) : new Saying.Remember(note);
        if (Of(SayingPhrases.CallMe, said) is { } name && !SayingPhrases.NoName.IsMatch(said))
            return Conversation.Told.Problem(ToldKind.Name, "", name) is null && name.Split(' ').Length <= 3 ? new Saying.CallMe(name) : null;
        if (SayingPhrases.Lies.Match(said) is { Success: true } lies)
            return Placed(lies);
        if (Of(SayingPhrases.NeverMention, said) is { } never && !SayingPhrases.IsPointer(never))
            return new Saying.NeverMention(never.Replace('\\', '/'));
        if (Of(SayingPhrases.MentionAgain, said) is { } again && !SayingPhrases.IsPointer(again))
            return new Saying.MentionAgain(again.Replace('\\', '/'));
        return Forgotten(said);
    }

    private static Saying? Forgotten(string said)
    {
        if (SayingPhrases.ForgetLast.IsMatch(said))
            return new Saying.ForgetLast();
        if (SayingPhrases.ForgetName.IsMatch(said))
            return new Saying.ForgetName();
        if (SayingPhrases.ForgetAll.IsMatch(said))
            return new Saying.ForgetAll();
        return Of(SayingPhrases.ForgetAbout, said) is { } what ? new Saying.ForgetAbout(what) : null;
    }

    // "my mother is in hospital" speaks of no folder.
    private Saying? Placed(Match lies)
    {
        var (what, folder) = (lies.Groups["what"].Value.Trim(), Bare(lies.Groups["x"].Value).Replace('\\', '/'));
        var parts = folder.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var first = parts.Length;
        while (first > 0 && isFolder(parts[first - 1]))
            first--;
        if (first < parts.Length && (first == 0 || folder[0] is '/' or '~' || parts[0].EndsWith(':')))
            return new Saying.Lies(what, string.Join('/', parts[first..]));
        return parts.Length > 1 || lies.Groups["folder"].Success || lies.Groups["folder2"].Success ? new Saying.LiesNowhere(what, folder) : null;
    }

    private static string? Of(Regex phrase, string said) => phrase.Match(said) is { Success: true } match && Bare(match.Groups["x"].Value) is { Length: > 0 } found ? found : null;

    private static string Bare(string text) => text.Trim().Trim('"', '“', '”', '\'', '`', '«', '»').Trim();
}
