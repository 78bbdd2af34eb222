using System.Text;
using BitBuddy.Brains;
using BitBuddy.Personalities;
using Microsoft.Extensions.AI;

namespace BitBuddy.Conversation;

/// <summary>Personality | files | health | talk so far | question | facts, as plain messages within <see cref="PromptBudget"/>.</summary>
public sealed class PromptBuilder(TimeProvider clock)
{
    private const int LeastQuestion = 24;

    /// <summary>The beginning of the coming prompt, where nothing has to be left out of it: up to the last whole word that is written.</summary>
    /// <param name="written">The question as far as it is written.</param>
    public static IReadOnlyList<ChatMessage> Begin(Personality personality, Health health, Talk talk, string written)
    {
        List<ChatMessage> begun = [PromptHead.Build(personality, health, health.Mood, PromptHead.Manners(personality), withFiles: true)];
        var words = PromptText.Clean(Question.WholeWords(written), PromptBudget.QuestionCharacters);
        if (words.Length == 0)
            return begun;
        begun.AddRange(talk.Messages);
        begun.Add(new ChatMessage(ChatRole.User, words));
        return begun;
    }

    /// <summary>Counts once when all fits; else leaves out what matters least and counts again.</summary>
    /// <param name="count">The brain's own counter; null takes 3 UTF-8 bytes for a token.</param>
    /// <exception cref="BuddyException">Not even the rules of speech and a word of the question fit this brain.</exception>
    public async Task<BuiltPrompt> BuildAsync(PromptParts parts, TokenCounter? count, CancellationToken cancellationToken)
    {
        var question = PromptText.Clean(parts.Question, PromptBudget.QuestionCharacters);
        var plan = new Plan(
            parts.Talk,
            Files: PromptFacts.Listed(parts.Facts),
            QuestionCharacters: question.Length,
            WithSummary: parts.Health is not null,
            Manners: PromptHead.Manners(parts.Personality));
        int? whole = null;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var messages = Messages(parts, plan, question);
            var tokens = count is null ? PromptEstimate.Count(messages) : await count(messages, cancellationToken);
            whole ??= tokens.Total;
            if (Trim(plan, tokens, messages) is not { } smaller)
            {
                var cut = PromptEstimate.Tokens(Encoding.UTF8.GetByteCount(parts.Question) - Encoding.UTF8.GetByteCount(question));
                return new BuiltPrompt(messages, tokens, Math.Max(0, cut) + Math.Max(0, whole.Value - tokens.Total), plan.Talk);
            }

            plan = smaller;
        }
    }

    private List<ChatMessage> Messages(PromptParts parts, Plan plan, string question)
    {
        List<ChatMessage> messages = [PromptHead.Build(parts.Personality, parts.Health, parts.Mood, plan.Manners, plan.WithSummary)];
        messages.AddRange(plan.Talk.Messages);
        messages.Add(new ChatMessage(ChatRole.User,
        [
            new TextContent(NameText.Cut(question, plan.QuestionCharacters)),
            new TextContent(PromptFacts.Build(parts.Facts, parts.Aspect, plan.Files, clock)),
        ]));
        return messages;
    }

    /// <summary>The next smaller plan; null when this one fits.</summary>
    private static Plan? Trim(Plan plan, PromptTokens tokens, List<ChatMessage> messages)
    {
        // The frame around the system message is some of what is not in any part.
        var frame = (tokens.Total - tokens.Parts.Sum() + messages.Count - 1) / messages.Count;
        if (tokens.Parts.Take(3).Sum() + frame > PromptBudget.Head)
            return ShorterHead(plan) ?? throw TooLong(tokens);

        var excess = tokens.Total - PromptBudget.Prompt;
        if (excess <= 0)
            return null;
        if (plan.Talk.Turns.Count > 1 || plan.Talk.Turns is [{ User.Contents.Count: > 1 }])
            return plan with { Talk = plan.Talk.LastOnly() };
        if (plan.Talk.Turns.Count > 0)
            return plan with { Talk = Talk.Empty };
        if (plan.Files > 1)
            return plan with { Files = plan.Files - 1 };
        if (plan.QuestionCharacters > LeastQuestion)
            return plan with { QuestionCharacters = Shorter(plan.QuestionCharacters, excess, tokens.Parts[^2]) };
        if (plan.Files > 0)
            return plan with { Files = 0 };
        return ShorterHead(plan) ?? throw TooLong(tokens);
    }

    private static Plan? ShorterHead(Plan plan) => plan switch
    {
        { WithSummary: true } => plan with { WithSummary = false },
        { Manners: > PromptHead.Terse } => plan with { Manners = plan.Manners - 1 },
        _ => null,
    };

    private static BuddyException TooLong(PromptTokens tokens) =>
        new($"This brain turns even the shortest prompt into {tokens.Total} tokens, and {PromptBudget.Prompt} fit. Choose another brain.");

    private static int Shorter(int characters, int excess, int tokens) =>
        Math.Max(LeastQuestion, Math.Min(characters - 1, (int)((long)characters * Math.Max(0, tokens - excess) / Math.Max(1, tokens))));

    private sealed record Plan(Talk Talk, int Files, int QuestionCharacters, bool WithSummary, int Manners);
}
