using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using BitBuddy.Llama.Native;

namespace BitBuddy.Llama.Templates;

/// <summary>A template of llama.cpp's own list: rendered with private markers in place of the texts, and cut there.</summary>
internal sealed class BuiltInTemplate : ChatTemplate
{
    // Private-use characters: only the markers are ever given to the engine, so no text of ours can hold one.
    private const char Open = '\uE000';
    private const char Close = '\uE001';
    private readonly string _template;

    private BuiltInTemplate(string template) => _template = template;

    public override string Family => "built-in";

    // Which marks it uses is the engine's knowledge; these end a reply wherever they are said.
    public override IReadOnlyList<string> Stops => ["<|im_end|>", "<|eot_id|>", "<end_of_turn>", "<|end|>", "</s>", "<|endoftext|>"];

    /// <summary>Null where llama.cpp does not know the template either.</summary>
    public static BuiltInTemplate? TryCreate(string template) =>
        Apply(template, [(PromptRole.User, "x")]) is null ? null : new BuiltInTemplate(template);

    public override IReadOnlyList<PromptPiece> Render(IReadOnlyList<PromptMessage> messages)
    {
        var texts = messages.SelectMany(message => message.Contents).ToArray();
        var content = 0;
        var marked = messages.Select(message => (message.Role, string.Concat(message.Contents.Select(_ => $"{Open}{content++}{Close}"))));
        var rendered = Apply(_template, [.. marked])
            ?? throw new LlamaException("The brain's chat template cannot hold this talk.");

        var pieces = new PieceList();
        for (var at = 0; at < rendered.Length;)
        {
            var open = rendered.IndexOf(Open, at);
            pieces.Frame(open < 0 ? rendered[at..] : rendered[at..open]);
            if (open < 0)
                break;
            var close = rendered.IndexOf(Close, open);
            var index = int.Parse(rendered.AsSpan(open + 1, close - open - 1), CultureInfo.InvariantCulture);
            pieces.Data(texts[index], index);
            at = close + 1;
        }

        return pieces.Pieces;
    }

    private static unsafe string? Apply(string template, (PromptRole Role, string Text)[] messages)
    {
        var owned = new List<nint>();
        try
        {
            var turns = new ChatTurn[messages.Length];
            for (var i = 0; i < messages.Length; i++)
                turns[i] = new ChatTurn { Role = Own(RoleName(messages[i].Role)), Content = Own(messages[i].Text) };
            var source = (byte*)Own(template);
            fixed (ChatTurn* first = turns)
            {
                var length = LlamaApi.llama_chat_apply_template(source, first, (nuint)turns.Length, 1, null, 0);
                if (length < 0)
                    return null;
                var buffer = new byte[length + 1];
                fixed (byte* target = buffer)
                    length = LlamaApi.llama_chat_apply_template(source, first, (nuint)turns.Length, 1, target, buffer.Length);
                return length < 0 ? null : Encoding.UTF8.GetString(buffer, 0, Math.Min(length, buffer.Length));
            }
        }
        finally
        {
            owned.ForEach(Marshal.FreeCoTaskMem);
        }

        nint Own(string text)
        {
            var pointer = Marshal.StringToCoTaskMemUTF8(text);
            owned.Add(pointer);
            return pointer;
        }
    }

    private static string RoleName(PromptRole role) => role switch
    {
        PromptRole.System => "system",
        PromptRole.User => "user",
        _ => "assistant",
    };
}
