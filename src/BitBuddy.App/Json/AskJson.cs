using BitBuddy.Conversation;

namespace BitBuddy.App.Json;

internal sealed record AskJson(
    string Buddy, string Question, string Intent, FactsJson Facts, string Reply, string Voice, string? WhyNot, bool Cut,
    MoodJson Mood, TimingsJson TimingsMs, BrainUseJson? Brain)
{
    public static AskJson Of(Reply reply) => new(
        reply.Buddy, reply.Question, Words.Of(reply.Intent.Kind), FactsJson.Of(reply.Facts), reply.Text, Words.Of(reply.Voice),
        reply.WhyNot, reply.Cut, MoodJson.Of(reply.Mood), TimingsJson.Of(reply.Timings), BrainUseJson.Of(reply.Brain));
}
