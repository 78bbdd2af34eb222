using System.Runtime.InteropServices;
using System.Text;
using BitBuddy.Llama.Native;

namespace BitBuddy.Llama;

/// <summary>Text to tokens and back, as one model does it.</summary>
internal sealed unsafe class Vocabulary
{
    private readonly ModelHandle _model;
    private readonly nint _pointer;

    public Vocabulary(ModelHandle model)
    {
        _model = model;
        _pointer = LlamaApi.llama_model_get_vocab(model);
        Count = LlamaApi.llama_vocab_n_tokens(_pointer);
        var letter = Tokenize("a", special: false);
        AddsSpace = letter.Length > 0 && Piece(letter[0]) is [(byte)' ', ..];
    }

    public int Count { get; }

    /// <summary>Whether a text tokenised on its own gets a space put before it.</summary>
    public bool AddsSpace { get; }

    /// <summary>The token every text begins with, null where the model has none or wants none.</summary>
    public int? Bos => LlamaApi.llama_vocab_get_add_bos(Pointer) != 0 ? KnownBos : null;

    /// <summary>The same, whether or not the model asks for it.</summary>
    public int? KnownBos => LlamaApi.llama_vocab_bos(Pointer) is >= 0 and var bos ? bos : null;

    /// <summary>How the model's end token is written; null where it has none.</summary>
    public string? EndText => LlamaApi.llama_vocab_eos(Pointer) is >= 0 and var end ? Marshal.PtrToStringUTF8(LlamaApi.llama_vocab_get_text(Pointer, end)) : null;

    /// <param name="text">Any text.</param>
    /// <param name="special">Whether names of control tokens in the text become these tokens; never for data.</param>
    /// <returns>The tokens, without the one every text begins with.</returns>
    public int[] Tokenize(string text, bool special)
    {
        if (text.Length == 0)
            return [];
        var bytes = Encoding.UTF8.GetBytes(text);
        var tokens = new int[bytes.Length + 2];
        fixed (byte* source = bytes)
        {
            var count = TokenizeInto(source, bytes.Length, tokens, special);
            if (count < 0)
            {
                tokens = new int[-count];
                count = TokenizeInto(source, bytes.Length, tokens, special);
            }

            return count >= 0 ? tokens[..count] : throw new LlamaException("The brain's tokenizer refused a text.");
        }
    }

    /// <summary>The token's bytes, maybe half a character; nothing for a control token.</summary>
    public byte[] Piece(int token)
    {
        var small = stackalloc byte[64];
        var length = LlamaApi.llama_token_to_piece(Pointer, token, small, 64, 0, 0);
        if (length >= 0)
            return new ReadOnlySpan<byte>(small, length).ToArray();

        var piece = new byte[-length];
        fixed (byte* target = piece)
            length = LlamaApi.llama_token_to_piece(Pointer, token, target, piece.Length, 0, 0);
        return length >= 0 ? piece[..length] : [];
    }

    /// <summary>Whether the token ends a reply.</summary>
    public bool IsEnd(int token) => LlamaApi.llama_vocab_is_eog(Pointer, token) != 0;

    /// <summary>Whether the tokenizer takes the token out of a text before it looks at the words.</summary>
    public bool IsSpecial(int token) => Has(token, TokenAttributes.Control | TokenAttributes.UserDefined | TokenAttributes.Unknown);

    /// <summary>Whether the token is taken out of a text even where special tokens are off.</summary>
    public bool IsUserDefined(int token) => Has(token, TokenAttributes.UserDefined);

    // The vocabulary is a part of the model and dies with it.
    private nint Pointer
    {
        get
        {
            ObjectDisposedException.ThrowIf(_model.IsClosed, typeof(LlamaModel));
            return _pointer;
        }
    }

    private bool Has(int token, TokenAttributes any) =>
        ((TokenAttributes)LlamaApi.llama_vocab_get_attr(Pointer, token) & any) != 0;

    private int TokenizeInto(byte* source, int length, int[] tokens, bool special)
    {
        Marks.Add();
        fixed (int* target = tokens)
        {
            return LlamaApi.llama_tokenize(Pointer, source, length, target, tokens.Length, 0, special ? (byte)1 : (byte)0);
        }
    }
}
