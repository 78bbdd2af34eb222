using BitBuddy.Conversation;

namespace BitBuddy.App.Json;

internal sealed record SentenceJson(string Text, int? Page, int? Line)
{
    public static SentenceJson Of(FactSentence sentence) => new(sentence.Text, sentence.Page, sentence.Line);
}
