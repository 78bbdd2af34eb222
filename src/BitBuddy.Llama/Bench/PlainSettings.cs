using System.Globalization;

namespace BitBuddy.Llama.Bench;

/// <summary>What a plain process is to compute.</summary>
/// <param name="ModelPath">A GGUF file.</param>
/// <param name="PromptTokens">Tokens of the prompt, exactly, at least 1.</param>
/// <param name="ReplyTokens">Tokens of the reply, at least 1; with the prompt at most <see cref="Context"/>.</param>
/// <param name="Repack">The engine's default is true.</param>
/// <param name="Warm">Computes the whole prompt once before it is timed.</param>
public sealed record PlainSettings(string ModelPath, int PromptTokens, int ReplyTokens, bool Repack = true, bool Warm = false)
{
    /// <summary>Tokens that prompt and reply may hold together.</summary>
    public const int Context = 512;

    /// <summary>The hidden verb.</summary>
    public const string Verb = "__plain";

    /// <summary>The command line of the process.</summary>
    public IReadOnlyList<string> ToArguments() =>
    [
        Verb, ModelPath, PromptTokens.ToString(CultureInfo.InvariantCulture), ReplyTokens.ToString(CultureInfo.InvariantCulture), $"{Repack}", $"{Warm}",
    ];

    /// <exception cref="LlamaException">Not a command line of <see cref="ToArguments"/>, or more tokens than fit.</exception>
    public static PlainSettings FromArguments(IReadOnlyList<string> arguments) =>
        arguments is [Verb, var model, var prompt, var reply, var repack, var warm]
        && int.TryParse(prompt, CultureInfo.InvariantCulture, out var promptTokens) && promptTokens > 0
        && int.TryParse(reply, CultureInfo.InvariantCulture, out var replyTokens) && replyTokens > 0
        && bool.TryParse(repack, out var repacks) && bool.TryParse(warm, out var warms)
            ? (long)promptTokens + replyTokens <= Context
                ? new PlainSettings(model, promptTokens, replyTokens, repacks, warms)
                : throw new LlamaException($"A plain process has room for {Context} tokens, not for {promptTokens} + {replyTokens}; ask for fewer.")
            : throw new LlamaException($"{Verb} takes MODEL PROMPT_TOKENS REPLY_TOKENS REPACK WARM.");
}
