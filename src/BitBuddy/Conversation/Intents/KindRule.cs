namespace BitBuddy.Conversation;

/// <summary>Kinds of files: "photos", "excel sheets", ".pdf", "rs files".</summary>
internal static class KindRule
{
    private const int LongestPhrase = 3;

    public static void Read(Tokens tokens, Draft draft)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            var (length, word) = Match(tokens, at);
            if (word is null)
                continue;
            // "songs and other audio"
            if (tokens[at - 1] is "other" && tokens.IsNext(at - 1))
            {
                tokens.Use(at - 1, 1);
                draft.Add(word, listed: true);
                tokens.Use(at, length);
                continue;
            }

            if ((length == 1 || (length == 2 && tokens[at + 1] is "file" or "files")) && FileWords.Ambiguous.Contains(Plurals.Stem(tokens[at])))
                draft.Noun = Plurals.Stem(tokens[at]);
            draft.Add(word, tokens.IsNext(at));
            tokens.Use(at, length);
        }
    }

    /// <summary>The words for files that start there; length 0 and null when none do.</summary>
    public static (int Length, FileWord? Word) Match(Tokens tokens, int at)
    {
        var first = tokens[at];
        if (first.Length == 0)
            return default;
        for (var length = LongestPhrase; length > 0; length--)
        {
            var phrase = string.Join(' ', Enumerable.Range(at, length).Select(i => tokens[i]));
            if (FileWords.Nouns.TryGetValue(phrase, out var noun))
                return (length, noun);
            if (FileWords.Kinds.TryGetValue(phrase, out var kind))
                return Written(tokens, at, length, kind) ?? WithFiller(tokens, at, length, kind);
        }

        // "C# and Java sources"
        if (Array.Find(FileWords.Languages, language => language.Language == first).Extensions is { } listed && tokens.Next(at + 1) is > 0 and var next
            && Match(tokens, next) is { Length: > 0, Word.Kind: null } other && (other.Length > 1 || tokens.IsNext(next + 1)) && Array.Exists(FileWords.Languages, language => language.Language == tokens[next]))
            return (1, new FileWord(Plural: true) { Extensions = listed.Split(' ') });
        // "word or excel files"
        if (first is "word" && tokens.Next(at + 1) is > 0 and var with && Match(tokens, with).Word is { Kind: null, Extensions.Count: > 0 })
            return (1, FileWords.Kinds["word documents"]);
        if (Bare(tokens, at) is { } bare)
            return bare;
        if (first is "extension" or "suffix" && tokens[at + 1].TrimStart('.') is var named && KnownExtensions.Contains(named))
            return (2, new FileWord(Plural: true) { Extensions = [named] });
        var extension = first.TrimStart('*').TrimStart('.');
        if (extension.Length == 0 || !KnownExtensions.Contains(extension))
            return default;
        // "tex or bib files"
        if (first.Length > 1 && tokens.Next(at + 1) is > 0 and var also && Match(tokens, also) is { Word: { Kind: null, Extensions.Count: > 0, Word: null } } && !AskPhrases.Stop.Contains(first))
            return (1, new FileWord(Plural: true) { Extensions = [extension] });
        if (first.Length > extension.Length)
            return WithFiller(tokens, at, 1, new FileWord(Plural: true) { Extensions = [extension] });
        return tokens[at + 1] is "file" or "files"
            ? (2, new FileWord(tokens[at + 1] == "files") { Extensions = [extension] })
            : default;
    }

    // "the python ones", "any python in here?"; "python" beside a name may be part of it.
    private static (int Length, FileWord? Word)? Bare(Tokens tokens, int at)
    {
        var ones = tokens[at + 1] is "ones" or "one";
        var alone = tokens.Word(at - 1) is "any" or "some" or "no" or "only" or "just" && (tokens.FirstFree(at + 1) == tokens.Count || AskPhrases.Everywhere.Match(tokens, at + 1) > 0);
        return (ones || alone) && !FileWords.AlsoNoLanguage.Contains(tokens[at]) && Array.Find(FileWords.Languages, language => language.Language == tokens[at]).Extensions is { } extensions
            ? (ones ? 2 : 1, new FileWord(Plural: tokens[at + 1] != "one") { Extensions = extensions.Split(' ') }) : null;
    }

    // "code in Python", "programs written in java"
    private static (int Length, FileWord? Word)? Written(Tokens tokens, int at, int length, FileWord word)
    {
        if (word.Kind is not (Files.FileKind.Code or Files.FileKind.App))
            return null;
        var next = at + length + (tokens[at + length] is "written" or "coded" ? 1 : 0);
        if (tokens[next] is not "in")
            return null;
        // "in C sharp"
        var (name, words) = tokens[next + 2] == "sharp" ? (tokens[next + 1] + "#", 3) : (tokens[next + 1], 2);
        var language = Array.Find(FileWords.Languages, language => language.Language == name).Extensions;
        return language is null ? null : (next + words - at, new FileWord(Plural: true) { Extensions = language.Split(' ') });
    }

    // "pdf documents" are pdfs; "image files" are images.
    private static (int Length, FileWord? Word) WithFiller(Tokens tokens, int at, int length, FileWord word)
    {
        var next = tokens[at + length];
        var says = word.Kind is null ? FileWords.IsFiller(next) : next is "file" or "files";
        // "pdfs, documents" are both.
        return says && !tokens.IsNext(at + length) ? (length + 1, word with { Plural = next[^1] == 's' }) : (length, word);
    }
}
