using System.Text;

namespace BitBuddy.App.Bench.Models;

/// <summary>
/// A vocabulary of a family's size that reads English about as the real one does: pieces learned from common words, then words nobody
/// says, so that whatever random weights choose is text.
/// </summary>
internal sealed class SyntheticVocabulary
{
    // As much as a text of this length can teach; most tokens of a real vocabulary are other languages'.
    private const int MostMerges = 20_000;
    private const int Normal = 1;
    private const int Unknown = 2;
    private const int Control = 3;
    private const int UserDefined = 4;
    private const int Byte = 6;
    private const string Consonants = "bdfgklmnprstvz";
    private const string Vowels = "aeiou";

    private readonly VocabularyShape _shape;
    private readonly List<string> _tokens = [];
    private readonly List<int> _types = [];
    private readonly List<string> _merges = [];
    private readonly HashSet<string> _known = [];

    private SyntheticVocabulary(VocabularyShape shape)
    {
        _shape = shape;
        if (SpaceIsPiece)
        {
            Add(shape.Controls[0], Unknown);
            foreach (var control in shape.Controls.Skip(1))
                Add(control, Control);
            for (var value = 0; value < 256; value++)
                Add($"<0x{value:X2}>", Byte);
            Learn("▁", [.. Enumerable.Range('!', '~' - '!' + 1).Select(letter => ((char)letter).ToString()), "▁"], shape.Size);
            Fill("▁", shape.Size);
        }
        else
        {
            var words = shape.Size - shape.Controls.Count;
            Learn("Ġ", [.. Enumerable.Range(0, 256).Select(value => LetterOf(value).ToString())], words);
            Fill("Ġ", words);
            foreach (var control in shape.Controls)
                Add(control, control.StartsWith("<|", StringComparison.Ordinal) ? Control : UserDefined);
        }
    }

    private bool SpaceIsPiece => _shape.Splitter is null;

    /// <summary>Writes it into a file.</summary>
    public static void AddTo(GgufFile file, VocabularyShape shape)
    {
        var made = new SyntheticVocabulary(shape);
        file.Add("tokenizer.ggml.model", made.SpaceIsPiece ? "llama" : "gpt2");
        if (shape.Splitter is not null)
            file.Add("tokenizer.ggml.pre", shape.Splitter);
        file.Add("tokenizer.ggml.tokens", made._tokens).Add("tokenizer.ggml.token_type", made._types);
        if (made.SpaceIsPiece)
            // Earlier pieces win where the tokenizer has a choice.
            file.Add("tokenizer.ggml.scores", [.. Enumerable.Range(0, made._tokens.Count).Select(place => -(float)place)]);
        else
            file.Add("tokenizer.ggml.merges", made._merges);
        file.Add("tokenizer.ggml.bos_token_id", made._tokens.IndexOf(shape.Begin))
            .Add("tokenizer.ggml.eos_token_id", made._tokens.IndexOf(shape.End))
            .Add("tokenizer.ggml.add_bos_token", shape.AddsBegin);
        if (made.SpaceIsPiece)
            file.Add("tokenizer.ggml.unknown_token_id", 0);
    }

    private void Learn(string space, IEnumerable<string> letters, int size)
    {
        foreach (var letter in letters)
            Add(letter, Normal);
        foreach (var pair in BytePairs.Learn(EnglishWords.Counted(space), MostMerges))
        {
            if (_tokens.Count == size)
                break;
            _merges.Add($"{pair.Left} {pair.Right}");
            Add(pair.Whole, Normal);
        }
    }

    private void Fill(string space, int size)
    {
        for (var number = 0; _tokens.Count < size; number++)
            Add(space + Nonsense(number), Normal);
    }

    private void Add(string token, int type)
    {
        if (!_known.Add(token))
            return;
        _tokens.Add(token);
        _types.Add(type);
    }

    /// <summary>Words of three syllables and more: "babababa", "badababa", …</summary>
    private static string Nonsense(int number)
    {
        var word = new StringBuilder();
        for (var rest = number; word.Length < 6 || rest > 0; rest /= Consonants.Length * Vowels.Length)
            word.Append(Consonants[rest % Consonants.Length]).Append(Vowels[rest / Consonants.Length % Vowels.Length]);
        return word.ToString();
    }

    /// <summary>The letter that stands for a byte in byte-level vocabularies: itself where it can be seen.</summary>
    private static char LetterOf(int value)
    {
        if (IsSeen(value))
            return (char)value;
        return (char)(256 + Enumerable.Range(0, value).Count(before => !IsSeen(before)));

        static bool IsSeen(int value) => value is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or (>= 0xAE and <= 0xFF);
    }
}
