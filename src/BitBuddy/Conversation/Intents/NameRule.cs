using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>What no other rule has read is part of a name: quoted phrases whole, words without the small ones.</summary>
internal static class NameRule
{
    /// <summary>True when a verb of change was passed over: "changed yesterday", "I wrote".</summary>
    public static bool Read(Tokens tokens, Draft draft, Func<string, bool> isFolder, bool asksDate)
    {
        var changes = false;
        // "around", "whether" name nothing where something else does.
        var hasMore = draft.SaysFiles || draft.Places.Count > 0 || draft.WordCount > 0 || draft.MinBytes is not null || draft.MaxBytes is not null
            || tokens.Left.Any(token => token.Quoted || (!AskPhrases.Stop.Contains(token.Text) && !MannerPhrases.Soft.Contains(token.Text) && !AskPhrases.Changes.Contains(token.Text)));
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens.IsUsed(at))
                continue;
            var word = tokens.Name(at);
            if (tokens[at].Length == 0 && !word.Contains('*'))
                draft.AddWord(word);
            else if (word == "last" && AskPhrases.Changes.Contains(tokens[at + 1]))
                at++;
            else if (AskPhrases.Changes.Contains(word) && (asksDate || draft.HasTime || draft.Order != FileOrder.Relevance || IsDone(tokens.Word(at - 1))))
                changes = true;
            else if (isFolder(word) && word.Contains(' '))
                Add(word);
            else
                Pieces(word);
        }

        return changes;

        // No name holds a slash or a star: "uni/draft*" is two words.
        void Pieces(string word)
        {
            foreach (var piece in word.Split(['/', '\\', '*'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (word.Contains('*') && piece[0] == '.' && KnownExtensions.Contains(piece[1..]))
                    draft.Add(new FileWord(Plural: true) { Extensions = [piece[1..]] }, listed: false);
                else if (!AskPhrases.Stop.Contains(piece))
                {
                    draft.NamesMany |= Plurals.IsPlural(piece);
                    Add(Plurals.Stem(piece));
                }
            }
        }

        void Add(string word)
        {
            if (!AskPhrases.Stop.Contains(word) && !(hasMore && MannerPhrases.Soft.Contains(word)) && word.Any(char.IsLetterOrDigit))
                draft.AddWord(word);
        }
    }

    // "documents I wrote", "were changed"; "edited photos" may be a name.
    private static bool IsDone(string before) => before is "i" or "we" or "was" or "were" or "been" or "have" or "is" or "are";
}
