using BitBuddy.Llama.Worker;
using Microsoft.Extensions.AI;

namespace BitBuddy.App.Bench;

/// <summary>Prompts of exactly so many tokens: a head that is the same for one seed, and a question that differs.</summary>
internal static class ExactPrompt
{
    private const int Tries = 20;

    // What the marks of any template take.
    private const int Marks = 40;

    // A token each in every vocabulary.
    private static readonly string[] Short =
        ["the", "of", "and", "to", "in", "is", "that", "for", "it", "was", "on", "are", "as", "with", "his", "they", "at", "be", "this", "from", "have", "or", "by", "one", "had", "not", "but", "what", "all", "were", "when", "we"];

    /// <param name="worker">Whose tokenizer counts.</param>
    /// <param name="headTokens">Tokens of the system message's text.</param>
    /// <param name="total">Tokens of the whole prompt.</param>
    /// <param name="headSeed">Another one gives another head from its first word on.</param>
    /// <param name="questionSeed">Another one gives another question from its first word on.</param>
    /// <exception cref="BuddyException">The brain's tokenizer cannot be brought to it.</exception>
    public static async Task<ChatMessage[]> MakeAsync(
        WorkerChatClient worker, int headTokens, int total, int headSeed, int questionSeed, CancellationToken cancellationToken)
    {
        var (head, question) = (headTokens, Math.Max(1, total - headTokens - 10));
        for (var i = 0; i < Tries; i++)
        {
            ChatMessage[] prompt = [new(ChatRole.System, Text(head, headSeed)), new(ChatRole.User, Text(question, questionSeed))];
            var count = await worker.CountAsync(prompt, cancellationToken);
            var (offHead, off) = (headTokens - count.Parts[0], total - count.Total);
            if (offHead == 0 && off == 0)
                return prompt;
            (head, question) = (Math.Max(1, head + offHead), Math.Max(1, question + off - offHead));
        }

        throw new BuddyException($"This brain's tokenizer cannot be brought to a prompt of {total} tokens; measure with another brain.");
    }

    /// <summary>The tokens of a head's text that leave room for the marks of any template, which are kept too.</summary>
    public static int HeadOf(int kept) => kept - Marks;

    /// <summary>The tokens of the head's text with which exactly so many of the prompt are kept.</summary>
    /// <param name="cachedAsync">Asks with a head of so many tokens and a question of that number; answers with the tokens that were kept.</param>
    public static async Task<int> HeadOfAsync(int kept, Func<int, int, Task<int>> cachedAsync)
    {
        var head = HeadOf(kept);
        // The first of a head computes and keeps it; the second finds it, and how much of the prompt that is can be seen.
        for (var question = 0; question < 4; question++)
        {
            var cached = await cachedAsync(head, question);
            if (question % 2 == 1 && cached > 0)
                head += kept - cached;
        }

        // Once more, so that it is the head of this length that is there.
        await cachedAsync(head, 4);
        return head;
    }

    private static string Text(int words, int seed) =>
        string.Join(' ', Enumerable.Range(0, words).Select(i => Short[(seed + (i * (7 + (seed % 5)))) % Short.Length]));
}
