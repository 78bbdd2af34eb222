using System.Text;

namespace BitBuddy.EngineTests.Gguf;

/// <summary>
/// A SentencePiece vocabulary that can spell any text: control tokens of every template family, all bytes, common English words
/// (each with all its beginnings, so that the tokenizer can grow them), and whatever words a script needs.
/// </summary>
public sealed partial class ScriptedVocabulary
{
    public const int Bos = 1;
    public const int End = 2;

    /// <summary>Tokens of slots.</summary>
    public const int Slots = 64;
    private const int FirstByte = 3;

    private const string CommonWords =
        "a about all am an and answer any archive are as at audio be biggest body brain buddy by can card code count data date day " +
        "document documents do down facts feel file files find folder folders for friend from good happy has have health healthy hello " +
        "help here how i image images in index is it keep kind know large last latest like line list little local look many me mood more most " +
        "my name named names new newest no not now number of old on one only open or other pdf person pictures please question reply " +
        "say says search see sentence short show size small some speak spreadsheet talk that the their them there these they things this " +
        "time to today total two use user video want was week well what when where which who with words year yes yesterday you your";

    private static readonly string[] Controls =
    [
        "<|im_start|>", "<|im_end|>", "<start_of_turn>", "<end_of_turn>", "<|begin_of_text|>", "<|start_header_id|>", "<|end_header_id|>",
        "<|eot_id|>", "<|system|>", "<|user|>", "<|assistant|>", "<|end|>", "🦙|end|>",
    ];

    private readonly Dictionary<string, int> _ids = [];

    /// <param name="marksAreUserDefined">The template's marks are user-defined tokens, as sloppy converters write them.</param>
    /// <param name="speaksInSlots">It has the special tokens of prompt layout 2.</param>
    public ScriptedVocabulary(bool marksAreUserDefined = false, bool speaksInSlots = false)
    {
        Add("<unk>", 2);
        Add("<s>", 3);
        Add("</s>", 3);
        for (var value = 0; value < 256; value++)
            Add($"<0x{value:X2}>", 6);
        foreach (var mark in Controls)
            Add(mark, marksAreUserDefined ? 4 : 3);
        foreach (var mark in speaksInSlots ? (string[])[.. Enumerable.Range(0, Slots).Select(slot => $"<|v{slot}|>"), "<|q|>", "<|a|>"] : [])
            Add(mark, 3);
        foreach (var word in CommonWords.Split(' '))
        {
            for (var length = 0; length <= word.Length; length++)
                AddText(" " + word[..length]);
        }
    }

    public List<string> Texts { get; } = [];

    /// <summary>Earlier tokens win where the tokenizer has a choice.</summary>
    public List<float> Scores { get; } = [];

    /// <summary>1 normal, 2 unknown, 3 control, 4 user-defined, 6 byte.</summary>
    public List<int> Types { get; } = [];

    public static int Byte(byte value) => FirstByte + value;

    /// <summary>The token that says this text; a new one where there is none yet.</summary>
    public int AddText(string text) => Add(text.Replace(' ', '▁'), 1);

    public int this[string token] => _ids[token];

    /// <summary>A phrase: words between slots, "You have &lt;|v0|&gt;."</summary>
    public List<int> SpellPhrase(string phrase, HashSet<int> used)
    {
        var tokens = new List<int>();
        foreach (var part in SlotMark().Split(phrase).Where(part => part.Length > 0))
        {
            // A space before a slot belongs to the word before it.
            var last = SlotMark().IsMatch(part) ? 0 : part.EndsWith(' ') ? Math.Max(0, part.TrimEnd().LastIndexOf(' ')) : part.Length;
            tokens.AddRange(Spell(part[..last], used));
            if (last == part.Length)
                continue;
            var token = SlotMark().IsMatch(part) ? _ids[part] : AddText(part[last..]);
            tokens.Add(used.Add(token) ? token : throw new ArgumentException($"'{part[last..]}' is said twice."));
        }

        return tokens;
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"(<\|v\d+\|>)")]
    private static partial System.Text.RegularExpressions.Regex SlotMark();

    private int Add(string token, int type)
    {
        if (_ids.TryGetValue(token, out var id))
            return id;
        _ids[token] = id = Texts.Count;
        Texts.Add(token);
        Scores.Add(-id);
        Types.Add(type);
        return id;
    }

    /// <summary>Cuts a text into tokens of which no two are the same, nor one of those already used.</summary>
    public List<int> Spell(string text, HashSet<int> used)
    {
        var tokens = new List<int>();
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf(' ', start + 1) is >= 0 and var space ? space : text.Length;
            while (end < text.Length && IsUsed(text[start..end], used))
                end++;
            if (end < text.Length && char.IsLowSurrogate(text[end]))
                end++;
            var token = AddText(text[start..end]);
            if (!used.Add(token))
                throw new ArgumentException($"'{text[start..end]}' is said twice at the end of the script; end it with another word.");
            tokens.Add(token);
            start = end;
        }

        return tokens;
    }

    /// <summary>A text byte by byte, so that its characters come in pieces.</summary>
    public static List<int> SpellBytes(string text, HashSet<int> used) =>
    [
        .. Encoding.UTF8.GetBytes(text).Select(value => used.Add(Byte(value)) ? Byte(value) : throw new ArgumentException("A byte is said twice.")),
    ];

    private bool IsUsed(string text, HashSet<int> used) => _ids.TryGetValue(text.Replace(' ', '▁'), out var id) && used.Contains(id);
}
